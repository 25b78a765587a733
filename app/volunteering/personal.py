"""What volunteering keeps of a person: their tasks, where they signed up, and what they did."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.core.keeping import ONE_YEAR, WITH_SITE, Fate, Kept
from app.initiatives.models import Initiative
from app.volunteering.models import (
    Attendance,
    CalendarFeed,
    Certificate,
    Shift,
    SignUp,
    VolunteerTask,
)
from app.volunteering.wishes import TaskMark, VolunteerWishes

KEPT = (
    Kept(
        code="tasks",
        name=_l("Klussen die je maakte"),
        term=WITH_SITE,
        fate=Fate.NAMELESS,
        told=select(
            Initiative.title.label("initiative"),
            *(VolunteerTask.title, VolunteerTask.state, VolunteerTask.what, VolunteerTask.why),
            *(VolunteerTask.place, VolunteerTask.contact_name, VolunteerTask.bring),
            *(VolunteerTask.risk_note, VolunteerTask.work, VolunteerTask.tongues),
            VolunteerTask.created_at,
        ).join_from(VolunteerTask, Initiative),
        points=(VolunteerTask.author_id,),
    ),
    Kept(
        code="sign_ups",
        name=_l("Je aanmeldingen voor klussen"),
        term=_l("Tot een jaar na de klus. Deed je niet mee, dan vier weken."),
        fate=Fate.NAMELESS,
        told=select(
            VolunteerTask.title.label("task"),
            *(Shift.starts_at, Shift.ends_at, SignUp.state, SignUp.note, SignUp.created_at),
            SignUp.said_yes_at,
            Attendance.quarters.label("quarters_of_an_hour"),
            *(Attendance.noted_at, Attendance.objection, Attendance.thanked_at, Shift.thanks),
        )
        .join_from(SignUp, Shift)
        .join(VolunteerTask)
        .outerjoin(SignUp.attendance),
        points=(SignUp.user_id,),
    ),
    Kept(
        code="certificates",
        name=_l("Bewijzen van je hulp"),
        term=_l("Vijf jaar. Trok iemand het bewijs in, dan nog een jaar."),
        fate=Fate.GOES,
        told=select(
            Initiative.title.label("initiative"),
            *(Certificate.code, Certificate.name, Certificate.what),
            Certificate.quarters.label("quarters_of_an_hour"),
            *(Certificate.first_on, Certificate.last_on),
            *(Certificate.made_at, Certificate.withdrawn_at),
        ).join_from(Certificate, Initiative),
        points=(Certificate.user_id,),
    ),
    Kept(
        code="calendar_feeds",
        name=_l("Het geheime adres van je agenda"),
        term=_l("Tot je ermee stopt."),
        fate=Fate.GOES,
        told=select(CalendarFeed.made_at),
        points=(CalendarFeed.user_id,),
    ),
    Kept(
        code="volunteer_wishes",
        name=_l("Wat je graag doet als vrijwilliger"),
        term=_l("Tot je het wist."),
        fate=Fate.GOES,
        told=select(
            *(VolunteerWishes.likes, VolunteerWishes.learns, VolunteerWishes.days),
            *(VolunteerWishes.parts, VolunteerWishes.reach, VolunteerWishes.tongues),
            *(VolunteerWishes.may_be_asked, VolunteerWishes.asked_at, VolunteerWishes.changed_at),
        ),
        points=(VolunteerWishes.user_id,),
    ),
    Kept(
        code="task_marks",
        name=_l("Klussen die je verborg, of waarvoor we je vroegen"),
        term=ONE_YEAR,
        fate=Fate.GOES,
        told=select(
            VolunteerTask.title.label("task"), TaskMark.asked_at, TaskMark.hidden_at
        ).join_from(TaskMark, VolunteerTask),
        points=(TaskMark.user_id,),
    ),
)
