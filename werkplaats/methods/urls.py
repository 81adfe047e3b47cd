from django.urls import path

from werkplaats.methods import views

app_name = "methods"
urlpatterns = [
    path("werkvormen/", views.method_list, name="list"),
    path("werkvormen/<slug:recipe_id>/draaiboek/", views.recipe_plan, name="plan"),
]
