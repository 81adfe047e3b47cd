from django.urls import path

from . import accounts, begin

app_name = "people"
urlpatterns = [
    path("begin/", begin.begin, name="begin"),
    path("collegas/", accounts.accounts, name="accounts"),
    path("collegas/<int:account>/sluiten/", accounts.close, name="close_account"),
    path("collegas/<int:account>/heropenen/", accounts.reopen, name="reopen_account"),
]
