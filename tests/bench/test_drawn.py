"""The picture in the docs is made from the figures that stand beside it."""

from bench import size
from bench.picture import draw


def test_the_picture_is_drawn_from_the_data_beside_it():
    assert size.PICTURE.read_text(encoding="utf-8") == draw(size.read(), size.AT)
