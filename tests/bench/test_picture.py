import xml.etree.ElementTree as ET

from bench.picture import Cost, draw

SVG = "{http://www.w3.org/2000/svg}"
COSTS = [
    Cost("polis", 60, 60, 0.001),
    Cost("default", 60, 60, 0.1),
    Cost("polis", 600, 60, 0.002),
    Cost("default", 600, 60, 1.0),
    Cost("polis", 60, 240, 0.004),
    Cost("default", 60, 240, 0.2),
]


def test_every_measured_cost_has_its_sign_and_60_x_60_stands_in_both_panels():
    picture = ET.fromstring(draw(COSTS, at=60))
    background = legend = 1
    assert len(picture.findall(f"{SVG}circle")) == 2 + 2 + legend
    assert len(picture.findall(f"{SVG}rect")) == 2 + 2 + legend + background


def test_a_line_runs_from_small_to_large_whatever_the_order_of_the_figures():
    assert draw(reversed(COSTS), at=60) == draw(COSTS, at=60)


def test_ten_times_the_cost_is_as_far_up_everywhere():
    circles = [float(c.get("cy")) for c in ET.fromstring(draw(COSTS, at=60)).findall(f"{SVG}circle")]
    rects = [float(r.get("y")) + 4 for r in ET.fromstring(draw(COSTS, at=60)).findall(f"{SVG}rect")[1:]]
    assert abs((circles[0] - rects[0]) - 2 * (rects[0] - rects[1])) < 0.5


def test_the_picture_says_its_figures():
    told = ET.fromstring(draw(COSTS, at=60)).findtext(f"{SVG}desc")
    assert "the method of Polis from 1 ms for 60 people to 2 ms for 600" in told
