from django.urls import path

from . import begin

app_name = "people"
urlpatterns = [
    path("begin/", begin.begin, name="begin"),
]
