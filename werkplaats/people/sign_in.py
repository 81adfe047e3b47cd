"""Staff sign in with a code in the mail. Nobody signs up: a coordinator makes an account."""

from allauth.account.adapter import DefaultAccountAdapter


class StaffAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False
