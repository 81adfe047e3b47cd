"""Networks, staff accounts, persons behind a code, and the circles they sit in."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from werkplaats.vault.inventory import Held, participant, staff, system


class Network(models.Model):
    """A regional learning network. `municipalities`: their names, at most forty signs each. The example network is
    kept apart and never counted."""

    name = models.CharField(max_length=80)
    region = models.CharField(max_length=80, blank=True)
    municipalities = models.JSONField(default=list)
    example = models.BooleanField(default=False)

    held = Held(
        retention="as long as the network exists",
        export="public",
        fields={
            "id": system("row number"),
            "name": staff("the network's name on its pages"),
            "region": staff("where it works"),
            "municipalities": staff("the names the door offers; nothing else is kept as an answer"),
            "example": system("keeps invented rows out of every count"),
        },
    )

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email, password=None, **fields):
        account = self.model(email=self.normalize_email(email), **fields)
        account.set_unusable_password()
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class Account(AbstractBaseUser):
    """A staff account: coordinator or facilitator. Signs in with a code in the mail."""

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", _("coördinator")
        FACILITATOR = "facilitator", _("gespreksbegeleider")

    email = models.EmailField(unique=True)
    first_name = models.CharField(max_length=40)
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.FACILITATOR)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="accounts")
    municipal = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()

    held = Held(
        retention="until the account is closed",
        export="to the account holder",
        fields={
            "id": system("row number"),
            "password": system("unused: sign-in is by code"),
            "last_login": system("finds accounts nobody uses"),
            "email": staff("where the sign-in code goes"),
            "first_name": staff("how colleagues see this account"),
            "role": staff("what this account may do"),
            "network": staff("whose gatherings this account leads"),
            "municipal": staff("may never open table or room words outside the evening"),
            "is_active": staff("closes an account"),
        },
    )

    @property
    def is_coordinator(self) -> bool:
        return self.role == self.Role.COORDINATOR


class Person(models.Model):
    """Someone behind a personal code. No name, no address: the code is the only key to the thread."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="persons")
    code_hash = models.BinaryField(unique=True)
    talks_only = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    held = Held(
        retention="as long as a voice of this person stands",
        export="to the giver",
        fields={
            "id": system("row number"),
            "uuid": system("names this person outside the database"),
            "network": system("whose code this is"),
            "code_hash": system("recognises the code without keeping it", export="never"),
            "talks_only": participant("under sixteen: nothing is stored until a guardian agrees"),
            "made_at": system("when the code was made"),
        },
    )


class Circle(models.Model):
    """The people who may read together: a table or a room of one evening, or the region."""

    class Kind(models.TextChoices):
        TABLE = "table"
        ROOM = "room"
        REGION = "region"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="circles")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    ends_at = models.DateTimeField(null=True)
    staff_until = models.DateTimeField(null=True)

    held = Held(
        retention="as long as a voice refers to it",
        export="as a number",
        fields={
            "id": system("row number"),
            "uuid": system("names this circle outside the database"),
            "network": system("whose circle"),
            "kind": system("table, room or region"),
            "ends_at": system("a table or room ends with the evening"),
            "staff_until": system("until when facilitator and coordinator may read room words"),
        },
    )


class Membership(models.Model):
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="memberships")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="memberships")

    held = Held(
        retention="as long as the circle",
        export="as a number",
        fields={
            "id": system("row number"),
            "circle": system("which circle"),
            "person": system("who sits in it, by code"),
            "account": system("which staff account is present"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["circle", "person"], name="person_once_per_circle"),
            models.UniqueConstraint(fields=["circle", "account"], name="account_once_per_circle"),
        ]


class ViewpointQuerySet(models.QuerySet):
    def residents(self, room: int) -> dict[int, bool]:
        """{person: takes part as a resident} of all who said from where they take part in this room."""
        found: dict[int, bool] = {}
        for person, kind in self.filter(room=room).values_list("person", "kind"):
            found[person] = found.get(person, False) or kind == Viewpoint.Kind.RESIDENT
        return found


class Viewpoint(models.Model):
    """From where someone took part in one evening; self-chosen, never shown beside words."""

    class Kind(models.TextChoices):
        RESIDENT = "resident", _("bewoner")
        EXPERIENCE_EXPERT = "experience_expert", _("ervaringsdeskundige")
        VOLUNTEER = "volunteer", _("vrijwilliger")
        PROFESSIONAL = "professional", _("professional")
        POLICY = "policy", _("beleid")
        EDUCATION = "education", _("onderwijs")
        RESEARCH = "research", _("onderzoek")
        STUDENT = "student", _("student")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="viewpoints")
    room = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="viewpoints")
    kind = models.CharField(max_length=20, choices=Kind.choices)

    objects = ViewpointQuerySet.as_manager()

    held = Held(
        retention="as long as the room circle",
        export="as a number, from five people up",
        fields={
            "id": system("row number"),
            "person": system("who, by code"),
            "room": system("which evening"),
            "kind": participant("the mix in the room, counted from five people up"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "room", "kind"], name="viewpoint_once")]
