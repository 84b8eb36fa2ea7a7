# Members may spend federal money: clauses are printed, and an estimate is older than every offer.
follows: ../beginnings/ready-to-publish.story

## The estimate is missing where much federal money may be spent
2026-01-05 15:30  maria  set_terms federal_funds=yes federal_clauses=remedies,termination expected_value=900000  -> drafting
2026-01-05 15:40  maria  record_estimate amount=900000.00 dated=2026-02-03 basis="Prices paid in the last three years" made_by="Dana Ross, finance office"  !! dated: 2026-02-03 is still to come: today is 2026-01-05
2026-01-05 16:00  grace  approve_to_solicit note="The clauses that matter here are in"  -> drafting
2026-01-06 08:30  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  !! of the clauses that apply to this purchase not in the solicitation are: contract work hours and safety standards (2 CFR 200 app. II(E)); rights to inventions (2 CFR 200 app. II(F)); clean air act and federal water pollution control act (2 CFR 200 app. II(G)); debarment and suspension (2 CFR 200 app. II(H))
2026-01-06 08:40  maria  set_terms funding_source="General funds, and federal Title I grants" federal_clauses=remedies,termination,work_hours,inventions,clean_air_and_water,debarment,lobbying,recovered_materials,telecommunications,domestic_preference  -> drafting
2026-01-06 08:50  grace  approve_to_solicit note="The clauses that apply are in"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-20 16:00  clock  close_questions  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening

## An estimate of the day offers could be seen proves nothing
2026-02-03 14:10  maria  record_estimate amount=900000.00 dated=2026-02-03 basis="Prices paid in the last three years" made_by="Dana Ross, finance office"  -> opening
2026-02-03 14:30  theo   open_proposals witness=paul  !! the estimate is dated 2026-02-03, and offers could be seen from 2026-02-03 on; one made before proposals were due is asked for
2026-02-03 14:45  maria  record_estimate amount=900000.00 dated=2025-12-10 basis="Prices paid in the last three years" made_by="Dana Ross, finance office" paper=@estimate.pdf  -> opening
2026-02-03 15:00  theo   open_proposals witness=paul  -> screening
