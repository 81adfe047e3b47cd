from django.urls import path

from . import views

app_name = "insights"
urlpatterns = [
    path("beeld/<uuid:uuid>/", views.landscape, name="landscape"),
    path("inzichten/<uuid:uuid>/", views.insight, name="insight"),
    path("inzichten/<uuid:uuid>/bewerken/", views.edit, name="edit"),
    path("inzichten/nieuw/<uuid:uuid>/", views.new, name="new"),
]
