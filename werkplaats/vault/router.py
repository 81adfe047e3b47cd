"""Keys live in a database of their own, so that a copy of the data opens no voice."""

KEY_MODELS = {"voicekey", "sessionkey"}


class KeysApart:
    def db_for_read(self, model, **hints):
        return self._place(model._meta.app_label, model._meta.model_name)

    db_for_write = db_for_read

    def allow_relation(self, one, other, **hints):
        return self._place(one._meta.app_label, one._meta.model_name) == self._place(
            other._meta.app_label, other._meta.model_name
        )

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        if model_name is None:
            return db == "default" or app_label == "vault"
        return db == self._place(app_label, model_name)

    @staticmethod
    def _place(app_label, model_name):
        return "keys" if app_label == "vault" and model_name in KEY_MODELS else "default"
