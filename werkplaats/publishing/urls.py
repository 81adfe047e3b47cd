from django.urls import path

from . import editing, handed_over, overview, views

app_name = "publishing"
urlpatterns = [
    path("overzicht/", overview.overview, name="overview"),
    path("overzicht/nagekeken/<int:row>/", handed_over.settle, name="settle"),
    path("proefsessies/<uuid:uuid>/weghalen/", overview.remove_rehearsal, name="remove_rehearsal"),
    path("verslagen/", views.listed, name="list"),
    path("verslagen/bij/<uuid:uuid>/", views.of_gathering, name="of_gathering"),
    path("verslagen/sessie/<uuid:uuid>/", views.of_session, name="of_session"),
    path("verslagen/<uuid:uuid>/", views.report, name="report"),
    path("verslagen/<uuid:uuid>/bewerken/", editing.edit, name="edit"),
    path("verslagen/<uuid:uuid>/voorbeeld/", views.preview, name="preview"),
    path("verslagen/<uuid:uuid>/toevoegen/", editing.insert, name="insert"),
    path("verslagen/<uuid:uuid>/publiceren/", editing.publish, name="publish"),
    path("verslagen/<uuid:uuid>/intrekken/", editing.unpublish, name="unpublish"),
    path("verslagen/passage/<uuid:uuid>/", views.passage, name="passage"),
    path("verslagen/passage/<uuid:uuid>/verplaatsen/", editing.reorder, name="move"),
    path("verslagen/passage/<uuid:uuid>/weghalen/", editing.take_out, name="remove"),
    path("verslagen/passage/<uuid:uuid>/terugzetten/", editing.restore, name="restore"),
]
