from django.urls import path

from . import views

app_name = "live"
urlpatterns = [
    path("mee/", views.join, name="join"),
    path("mee/zoek/", views.find, name="find"),
    path("zaal/", views.phone, name="phone"),
    path("regie/<uuid:uuid>/", views.console, name="console"),
    path("scherm/<uuid:uuid>/", views.wall, name="wall"),
    path("bijeenkomsten/<uuid:uuid>/sessie/", views.start, name="start"),
    path("regie/<uuid:uuid>/borden/", views.signs, name="sign"),
]
