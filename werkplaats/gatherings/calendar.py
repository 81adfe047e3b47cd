"""A gathering as an `.ics` file for one's own agenda."""

import icalendar
from django.conf import settings
from django.utils import timezone

from .models import Gathering


def ics(gathering: Gathering) -> bytes:
    event = icalendar.Event()
    event.add("uid", f"{gathering.uuid}@werkplaats")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", timezone.localtime(gathering.starts_at))
    event.add("dtend", timezone.localtime(gathering.ends_at))
    event.add("summary", gathering.theme)
    event.add("location", ", ".join(part for part in (gathering.place, gathering.address) if part))
    event.add("description", gathering.summary)
    event.add("url", settings.WERKPLAATS_URL + gathering.get_absolute_url())
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Werkplaats//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()
