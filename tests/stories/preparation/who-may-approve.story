# The officer who runs a solicitation does not approve it, and nobody signs what they wrote.
title: Office paper
agency: Test County
jurisdiction: va-local
program: neutral
zone: America/New_York
start: 2026-01-05 09:00
person: grace   "Grace Okafor"   officer,approver
person: paul    "Paul Osei"      approver
person: eve     "Eve Marsh"      evaluator
person: ben     "Ben Castle"     evaluator
person: chen    "Chen Wei"       evaluator
person: nora    "Nora Bell"      evaluator

## Two pairs of eyes
2026-01-05 09:00  grace  new rfp title="Office paper" agency="Test County"  -> drafting
2026-01-05 09:10  grace  approve_to_solicit  !! grace runs this solicitation, so somebody else must approve it
2026-01-05 09:20  paul   approve_to_solicit note="As a draft"  -> drafting

## Only evaluators score, and nobody the cooperative employs
2026-01-05 10:00  grace  name_committee voters=eve,ben,zoe  !! zoe could not score: evaluators are ben,chen,eve,nora
2026-01-05 10:10  grace  name_committee voters=eve,ben,nora cooperative_staff=nora  !! nora works for the cooperative, and may advise but not vote
2026-01-05 10:20  grace  name_committee voters=eve,ben,chen advisors=nora cooperative_staff=nora chair=eve  -> drafting

## Each member signs for themselves, and hears what a member may not do
2026-01-05 11:00  eve    sign_forms person=ben conflict=none confidentiality=yes  !! eve cannot sign for ben, who signs for themselves
2026-01-05 11:10  eve    sign_forms person=eve conflict=none confidentiality=yes  -> drafting
2026-01-06 09:00  grace  brief_committee attended=eve,ben,chen  -> drafting

## A newer edition of the rules is adopted before anything is published
2026-01-06 10:00  grace  adopt_edition  -> drafting

## Papers are kept by name; the need goes away, and the file says why
2026-01-06 11:00  grace  file_paper paper=needs_survey file=@survey.pdf title="What members asked for"  -> drafting
2026-01-07 09:00  grace  cancel reason="no"  !! 'no' does not state a reason
2026-01-07 09:10  grace  cancel reason="The schools print less than half of what they did, and stock lasts for years"  -> cancelled
