from django.urls import path

from . import views

app_name = "action"
urlpatterns = [
    path("aanbevelingen/<uuid:uuid>/", views.recommendation, name="recommendation"),
    path("aanbevelingen/<uuid:uuid>/inzichten/", views.relate, name="relate"),
]
