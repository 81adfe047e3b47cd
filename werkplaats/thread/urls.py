from django.urls import path

from . import entering, lost_card, rewriting, views

app_name = "thread"
urlpatterns = [
    path("draad/", views.mine, name="mine"),
    path("draad/in/", entering.enter, name="enter"),
    path("draad/uit/", entering.leave, name="leave"),
    path("draad/kaart-kwijt/", views.lost, name="lost"),
    path("draad/kaart-kwijt/stilzetten/", lost_card.still, name="still_lost"),
    path("draad/<uuid:voice>/weer-tonen/", views.show_again, name="show_again"),
    path("draad/bewijs/<uuid:voice>/", views.receipt, name="receipt"),
    path("draad/citaat/<uuid:quotation>/", views.answer, name="answer"),
    path("draad/<uuid:voice>/minder-delen/", views.narrow, name="narrow"),
    path("draad/<uuid:voice>/terugnemen/", views.take_back, name="take_back"),
    path("draad/<uuid:voice>/herschrijven/", rewriting.rewrite, name="rewrite"),
    path("draad/<uuid:voice>/terugzetten/", views.undo, name="undo"),
    path("draad/<uuid:voice>/nu/", views.at_once, name="at_once"),
    path("draad/<uuid:voice>/gelezen/", views.read_by, name="read_by"),
    path("draad/<uuid:voice>/bezwaar/", views.object_to, name="object"),
]
