//! English.

use newsreader::article::EntityKind::{self, Org, Person, Place};

use super::said::{Case, speakers};

const ANN: (&str, EntityKind) = ("Ann Leeds|Leeds", Person);
const BOB: (&str, EntityKind) = ("Bob Rayner|Rayner", Person);

#[test]
fn the_subject_of_a_verb() {
    let cases: &[Case<'_>] = &[
        ("“We lost everything,” Leeds, a nurse from Ohio, told reporters.", &[ANN, ("Ohio", Place)], &["Ann Leeds"]),
        ("“We lost everything,” sighed Ann Leeds, wiping her eyes.", &[ANN], &["Ann Leeds"]),
        ("“We lost everything,” said a tearful Ann Leeds.", &[ANN], &["Ann Leeds"]),
        ("“We,” Leeds said, pausing, “lost everything we had.”", &[ANN], &["Ann Leeds"]),
        ("In a statement, Acme said it was “fully cooperating with the inquiry.”", &[("Acme", Org)], &["Acme"]),
        ("Acme’s chief executive, Ann Leeds, apologised “without reservation”.", &[ANN, ("Acme", Org)], &["Ann Leeds"]),
        ("Bob Rayner, the mayor’s brother, called it “a total disgrace.”", &[BOB], &["Bob Rayner"]),
        ("According to Rayner, the bridge was “a disaster waiting to happen.”", &[BOB], &["Bob Rayner"]),
        ("The bridge, Rayner said, was “a disaster waiting to happen.”", &[BOB], &["Bob Rayner"]),
        ("As Rayner puts it, the bridge was “a disaster waiting to happen”.", &[BOB], &["Bob Rayner"]),
        ("In the words of Bob Rayner, it was “a disaster waiting to happen”.", &[BOB], &["Bob Rayner"]),
        ("Asked about the delay, Rayner shot back: “Ask the minister.”", &[BOB], &["Bob Rayner"]),
        ("Rayner was blunter: “It is a mess.”", &[BOB], &["Bob Rayner"]),
        ("Rayner did not hold back. “It is a mess,” he said.", &[BOB], &["Bob Rayner"]),
        ("Rayner, who was sitting next to Leeds, said: “It is a mess.”", &[BOB, ANN], &["Bob Rayner"]),
        ("Rayner told Leeds: “It is a mess.”", &[BOB, ANN], &["Bob Rayner"]),
        ("“It is a mess,” Rayner told Leeds in an email.", &[BOB, ANN], &["Bob Rayner"]),
        ("Leeds’s lawyer, Bob Rayner, said his client was “devastated by the news.”", &[BOB, ANN], &["Bob Rayner"]),
        (
            "A letter from Acme to Ann Leeds warns of “serious consequences for everyone”.",
            &[ANN, ("Acme", Org)],
            &["Acme"],
        ),
        (
            "“It is a mess,” said Rayner, adding that it was “nobody’s fault but ours.”",
            &[BOB],
            &["Bob Rayner", "Bob Rayner"],
        ),
        ("Police Chief Bob Rayner described the scene as “absolute chaos.”", &[BOB], &["Bob Rayner"]),
        ("Rayner has denied wrongdoing, saying he acted “in good faith throughout.”", &[BOB], &["Bob Rayner"]),
        ("“It is a mess,” reads a post on the page of Acme.", &[("Acme", Org)], &["Acme"]),
        ("“Are you mad?” Leeds asked Rayner. “Not yet,” he replied.", &[ANN, BOB], &["Ann Leeds", "Bob Rayner"]),
        (
            "Ann Leeds and Bob Rayner said they were “shocked and deeply saddened.”",
            &[ANN, BOB],
            &["Ann Leeds + Bob Rayner"],
        ),
        ("Neither side, said Rayner, “wants to blink first”.", &[BOB], &["Bob Rayner"]),
        ("“I’m done,” Leeds wrote on Facebook on Monday.", &[ANN], &["Ann Leeds"]),
        ("A spokesman for Acme said the claim was “without any merit.”", &[("Acme", Org)], &["Acme"]),
        ("Rayner promised to “leave no stone unturned”.", &[BOB], &["Bob Rayner"]),
    ];
    speakers("en", cases);
}

#[test]
fn nobody_is_named_beside_the_verb() {
    let cases: &[Case<'_>] = &[
        ("“Louder!” shouted a man at the back.", &[], &["a man at the back"]),
        ("“It was loud,” said one resident, who asked not to be named.", &[], &["one resident"]),
        ("“It was loud,” a person familiar with the matter said.", &[], &["a person familiar with the matter"]),
        ("Ann Leeds was elected on Sunday. “I am humbled,” she said.", &[ANN], &["Ann Leeds"]),
        ("Ann Leeds beat Bob Rayner. “She fought well,” the latter conceded.", &[ANN, BOB], &["Bob Rayner"]),
        (
            "Sheriff Bob Rayner and teacher Ann Leeds spoke. “The children were brave,” the teacher said.",
            &[ANN, BOB],
            &["Ann Leeds"],
        ),
        (
            "# Driver says “I never saw the train”\nThe driver of a lorry told the court: “I never saw the train.”\nBob Rayner, 44, denies all charges.",
            &[BOB],
            &["Bob Rayner", "Bob Rayner"],
        ),
        ("Acme makes tyres. The company said it would “review its procedures at once.”", &[("Acme", Org)], &["Acme"]),
        (
            "“It is a mess,” Rayner said. “Nobody knows what to do.”\n“We need help,” he added.",
            &[BOB],
            &["Bob Rayner", "Bob Rayner", "Bob Rayner"],
        ),
        (
            "Rayner lives with his daughter, Ann Rayner. “He snores,” she says.",
            &[("Ann Rayner", Person)],
            &["Ann Rayner"],
        ),
        ("“Not me,” said Leeds, who runs the “Save Our Bus” campaign.", &[ANN], &["Ann Leeds"]),
    ];
    speakers("en", cases);
}

#[test]
fn longer_passages() {
    let cases: &[Case<'_>] = &[
        (
            "Rayner, 52, of Leith, was jailed for six years. Judge Ann Leeds told him: “You betrayed everyone who trusted you.”",
            &[BOB, ANN],
            &["Ann Leeds"],
        ),
        ("Sentencing Rayner, Judge Ann Leeds said he had shown “not a shred of remorse”.", &[BOB, ANN], &["Ann Leeds"]),
        (
            "Rayner's wife, Ann Leeds, wept as the verdict was read. “He is innocent,” she said outside court.",
            &[BOB, ANN],
            &["Ann Leeds"],
        ),
        (
            "The union, Unite, said drivers were “exhausted and underpaid”. Its general secretary, Ann Leeds, said: “Enough is enough.”",
            &[("Unite", Org), ANN],
            &["Unite", "Ann Leeds"],
        ),
        (
            "Acme declined to comment. A spokesman for Bolt, its rival, said the deal was “bad for everyone”.",
            &[("Acme", Org), ("Bolt", Org)],
            &["Bolt"],
        ),
        ("“I was terrified,” recalls Leeds, now 81. “My mother held my hand.”", &[ANN], &["Ann Leeds", "Ann Leeds"]),
        ("Leeds, for her part, is unrepentant. “I would do it again tomorrow.”", &[ANN], &["Ann Leeds"]),
        ("Is it safe? “Absolutely,” says Bob Rayner, the chief engineer.", &[BOB], &["Bob Rayner"]),
        ("Not so, says Bob Rayner, the chief engineer. “We tested every bolt.”", &[BOB], &["Bob Rayner"]),
        ("What Rayner wants, he says, is “a fair hearing and an apology”.", &[BOB], &["Bob Rayner"]),
        ("Rayner tweeted that the ruling was “a dark day for the press”.", &[BOB], &["Bob Rayner"]),
        (
            "In a letter to staff seen by the BBC, Bob Rayner said the cuts were “painful but necessary”.",
            &[BOB, ("BBC", Org)],
            &["Bob Rayner"],
        ),
        ("The prime minister, Ann Leeds, has said she is “not for turning” on the issue.", &[ANN], &["Ann Leeds"]),
        ("Speaking to the BBC, Leeds said: “We will not be bullied.”", &[ANN, ("BBC", Org)], &["Ann Leeds"]),
        (
            "Leeds told the BBC's Bob Rayner that it had been “the worst week of my life”.",
            &[ANN, BOB, ("BBC", Org)],
            &["Ann Leeds"],
        ),
        ("Leeds, whom Rayner once described as “the toughest of us all”, smiled.", &[ANN, BOB], &["Bob Rayner"]),
        ("“He was a giant,” said Leeds of Rayner.", &[ANN, BOB], &["Ann Leeds"]),
        (
            "“He was a giant,” Leeds said of Rayner, who died on Friday. “There was nobody like him.”",
            &[ANN, BOB],
            &["Ann Leeds", "Ann Leeds"],
        ),
        ("“We are closed,” read a sign on the door.", &[], &["a sign on the door"]),
        ("Police said the men were “armed and dangerous”.", &[], &["Police"]),
        ("Officials at the ministry said the plan was “dead in the water”.", &[], &["Officials at the ministry"]),
        ("Some residents were less kind. “He never once came here,” said one.", &[], &["one"]),
        (
            "Bob Rayner won. Ann Leeds lost. “I have no regrets,” she told supporters. He promised to be “a mayor for all”.",
            &[BOB, ANN],
            &["Ann Leeds", "Bob Rayner"],
        ),
        ("“If we lose this,” warned Bob Rayner, the party's treasurer, “we lose everything.”", &[BOB], &["Bob Rayner"]),
        (
            "But Ann Leeds, an economist at Acme, cautioned that the data were “noisy at best”.",
            &[ANN, ("Acme", Org)],
            &["Ann Leeds"],
        ),
        ("Bob Rayner said he agreed with Ann Leeds that it was “time to move on”.", &[BOB, ANN], &["Bob Rayner"]),
        ("The court heard that Rayner had texted Leeds: “Get out now.”", &[BOB, ANN], &["Bob Rayner"]),
        ("Prosecutor Ann Leeds told jurors that Rayner “lied, and lied again”.", &[ANN, BOB], &["Ann Leeds"]),
    ];
    speakers("en", cases);
}
