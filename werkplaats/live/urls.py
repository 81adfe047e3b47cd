from django.urls import path

from . import views
from .rehearsal.views import rehearse

app_name = "live"
urlpatterns = [
    path("mee/", views.join, name="join"),
    path("mee/zoek/", views.find, name="find"),
    path("mee/weg/", views.leave, name="leave"),
    path("zaal/", views.phone, name="phone"),
    path("regie/<uuid:uuid>/", views.console, name="console"),
    path("scherm/<uuid:uuid>/", views.wall, name="wall"),
    path("bijeenkomsten/<uuid:uuid>/sessie/", views.start, name="start"),
    path("bijeenkomsten/<uuid:uuid>/proefsessie/", rehearse, name="rehearse"),
    path("regie/<uuid:uuid>/borden/", views.signs, name="sign"),
]
