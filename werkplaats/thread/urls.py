app_name = "thread"
urlpatterns: list = []
