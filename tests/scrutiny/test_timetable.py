from scrutiny.celery import app


def test_everything_on_the_timetable_is_a_task_that_the_worker_knows():
    app.loader.import_default_modules()
    assert app.conf.beat_schedule
    for name, entry in app.conf.beat_schedule.items():
        assert entry["task"] in app.tasks, name


def test_what_is_sent_every_few_minutes_does_not_pile_up_while_no_worker_runs():
    for name, entry in app.conf.beat_schedule.items():
        if isinstance(entry["schedule"], float):
            assert entry["options"]["expires"] == entry["schedule"], name
