from django.urls import path

from . import views

app_name = "gatherings"
urlpatterns = [
    path("", views.home, name="home"),
    path("agenda/", views.agenda, name="agenda"),
    path("bijeenkomsten/nieuw/", views.new, name="new"),
    path("bijeenkomsten/<uuid:uuid>/", views.gathering, name="gathering"),
    path("bijeenkomsten/<uuid:uuid>/bewerken/", views.edit, name="edit"),
    path("bijeenkomsten/<uuid:uuid>/verwijderen/", views.delete, name="delete"),
    path("bijeenkomsten/<uuid:uuid>/agenda.ics", views.calendar_file, name="ics"),
    path("bijeenkomsten/<uuid:uuid>/kaarten/", views.cards, name="cards"),
]
