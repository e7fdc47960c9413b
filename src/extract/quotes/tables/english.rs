//! English. `~ed`, `~d`, `~ied` stand for past and present.

use super::{Role, Row, Tongue};

const EN: Tongue = Tongue::EN;

/// The words of reporting speech.
pub(super) const ROWS: &[Row] = &[
    (
        EN,
        Role::Occasion,
        "statement interview speech email letter tweet post press report conference briefing message memo note phone radio television podcast \
        testimony court hearing meeting call condition background reporters debate blog video filing",
    ),
    (EN, Role::Inside, "in of at from for"),
    (
        EN,
        Role::Verb,
        "said says say told tells wrote writes think thinks thought went_on put_it puts_it could_be_heard added adds \
        state~d declare~d announce~d insist~ed argue~d claim~ed explain~ed note~d warn~ed ask~ed repl~ied tweet~ed post~ed recall~ed admit~d admitted \
        confirm~ed conclude~d den~ied stress~ed stresses urge~d vow~ed acknowledge~d continue~d remark~ed joke~d quip~ed quipped shout~ed whisper~ed \
        report~ed testif~ied boast~ed lament~ed caution~ed counter~ed concede~d pledge~d promise~d respond~ed comment~ed observe~d suggest~ed describe~d \
        call~ed accuse~d dismiss~ed dismisses emphasize~d emphasise~d reiterate~d hail~ed told_reporters beg~ed begged complain~ed cr~ied demand~ed \
        read reads quote~d estimate~d predict~ed believe~d maintain~ed answer~ed reckon~ed retort~ed assert~ed allege~d contend~ed recount~ed \
        remember~ed reflect~ed muse~d sigh~ed laugh~ed allow~ed opine~d interject~ed interrupt~ed object~ed protest~ed plead~ed fume~d snap~ed \
        snapped shrug~ed shrugged chuckle~d grumble~d mutter~ed yell~ed scream~ed gush~ed gushes blast~ed slam~ed slammed branded brands liken~ed \
        praise~d criticize~d criticise~d condemn~ed denounce~d decr~ied bemoan~ed hint~ed mention~ed offer~ed proclaim~ed declared counsel~ed \
        advise~d assure~d inform~ed remind~ed reason~ed speculate~d stipulate~d summarize~d summarise~d sum~ed summed text~ed email~ed emailed tell \
        volunteer~ed wonder~ed worr~ied rule~d reveal~ed disclose~d appeal~ed challenge~d characterize~d characterised characterized label~ed mock~ed \
        ridicule~d shot_back fired_back hit_back fires_back hits_back weighed_in chimed_in spoke_of speaks_of apologise~d apologize~d bristle~d scoff~ed guess~ed posit~ed theorize~d theorised theorized underscore~d vent~ed crow~ed lashed_out agree~d disagree~d swear swears swore joked jokes",
    ),
    (
        EN,
        Role::Participle,
        "adding saying noting stressing warning insisting arguing claiming explaining declaring calling describing telling writing citing suggesting vowing urging emphasizing concluding \
        quoting recalling promising predicting accusing asserting maintaining complaining joking pointing_out acknowledging conceding admitting denouncing blasting likening dismissing labelling branding",
    ),
    (
        EN,
        Role::Object,
        "told tells ask~ed urge~d warn~ed call~ed accuse~d promise~d dismiss~ed describe~d remind~ed quote~d hail~ed blast~ed slammed liken~ed praise~d criticized criticised condemn~ed denounce~d advise~d assure~d inform~ed label~ed mock~ed ridicule~d branded brands characterized characterised rule~d reveal~ed text~ed emailed offer~ed",
    ),
    (EN, Role::Onward, "added adds continue~d went_on"),
    (EN, Role::According, "according_to in_the_words_of quoting in_the_view_of in_the_opinion_of as_told_by"),
    (
        EN,
        Role::Himself,
        "in_his_words in_her_words in_their_words in_his_view in_her_view in_his_opinion in_her_opinion by_his_own_account by_her_own_account",
    ),
    (EN, Role::That, "that"),
    (
        EN,
        Role::Preposition,
        "with of to from at in on by for about against after before during between under over into near through via without than since among toward towards outside inside amid behind across like despite until beyond beside around off as upon within per",
    ),
    (
        EN,
        Role::Title,
        "minister president chancellor ambassador governor mayor senator director chief leader king queen prince princess general colonel secretary judge justice professor dr mr mrs ms miss analyst economist coach captain chairman chairwoman chairperson chair \
        ceo head representative lawmaker congressman congresswoman activist author actor actress manager envoy commissioner prosecutor negotiator premier lieutenant sergeant sheriff executive founder researcher scientist deputy sir lady lord counterpart \
        councillor councilor councilman councilwoman cllr mp taoiseach archbishop bishop reverend rev pastor rabbi imam pope admiral major inspector detective superintendent constable officer superintendant undersecretary treasurer \
        geologist biologist historian archaeologist paleontologist palaeontologist physicist chemist astronomer ecologist epidemiologist virologist sociologist psychologist linguist mathematician engineer architect curator librarian novelist poet writer singer \
        musician conductor pianist composer painter sculptor filmmaker playwright goalkeeper striker midfielder defender rider skipper forecaster meteorologist nurse surgeon paediatrician pediatrician physician \
        headteacher principal teacher lecturer dean rector chancellor vice-chancellor vice-president spokesman attorney solicitor barrister trustee organiser organizer campaigner shopkeeper publican baker butcher farmer fisherman trader headhunter",
    ),
    (EN, Role::Spokes, "spokesman spokeswoman spokesperson"),
    (
        EN,
        Role::Source,
        "official officials source sources investigators investigator diplomat diplomats witness witnesses resident residents police experts analysts officers authorities survivors protesters lawmakers people person researchers scientists critics \
        supporters doctors engineers aide aides captain neighbor neighbour neighbors neighbours farmer woman man student driver juror jurors prosecutors stallholder customer customers passenger passengers worker workers employee employees member members \
        insider insiders adviser advisor advisers veteran locals local parents parent pupil pupils shopper fans fan volunteer volunteers ministers colleagues colleague friend friends pensioner visitor visitors trader traders merchants rescuer rescuers firefighter firefighters",
    ),
    (EN, Role::Pronoun, "he she they i we it"),
    (
        EN,
        Role::Of,
        "lawyer lawyers wife husband son daughter father mother brother sister office family attorney widow widower cousin nephew niece uncle aunt grandfather grandmother grandson granddaughter",
    ),
    (EN, Role::Statement, "statement communique communiqué"),
    (EN, Role::Plural, "both_sides the_ministers the_leaders both_ministers the_two_sides the_two_leaders"),
    (
        EN,
        Role::Time,
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow later also then further earlier recently again tonight",
    ),
    (
        EN,
        Role::TermHead,
        "campaign operation film movie book novel song album programme program project group magazine newspaper website titled entitled named code-named codenamed slogan project essay poem play study documentary series show exhibition podcast painting opera",
    ),
    (
        EN,
        Role::TermIntro,
        "so-called nicknamed dubbed labelled labeled known_as what_he_called what_she_called what_they_called what_it_called known_by named titled entitled branded termed the_term the_word the_phrase \
        what_it_calls what_he_calls what_she_calls what_they_call is_called was_called are_called known_to aka author_of",
    ),
    (EN, Role::Relative, "who which whom whose where when"),
    (EN, Role::Conj, "and or but while"),
];
