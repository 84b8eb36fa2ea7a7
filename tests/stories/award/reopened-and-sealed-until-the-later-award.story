# Virginia: all offers are rejected and the need is solicited again; the offers stay sealed until the
# later award, whatever the months.
follows: ../beginnings/ranked.story
title: Reopened, and sealed until the later award

## Rejected, to be solicited again under a number of its own
2026-02-09 09:10  maria  reject_all reason="Every price is above the 350,000 left in the fund for furniture" resolicit=yes  -> no_award
2026-02-10 09:00  maria  release_offers where="The public reading room"  !! how long the offers must stay closed is not known here
2026-02-10 10:00  maria  new rfp title="School furniture, second call" agency="Test County"  -> drafting
2026-02-10 10:10  maria  @RFP-2026-002 name_predecessor number=RFP-2026-002  !! no solicitation takes up itself
2026-02-10 10:20  maria  @RFP-2026-002 name_predecessor number=RFP-2026-001  -> drafting
2026-02-10 10:30  maria  @RFP-2026-002 name_predecessor number=RFP-2026-001  !! it takes up RFP-2026-001 already, and no other

## The offers of the first stay sealed, years later too
2026-02-11 09:00  maria  @RFP-2026-001 release_offers where="The public reading room"  !! the same need is solicited again as RFP-2026-002: the offers stay sealed until that is awarded
2028-02-11 09:00  maria  @RFP-2026-001 release_offers where="The public reading room"  !! the same need is solicited again as RFP-2026-002

## The second is cancelled; a third is run by a neighbor, and awarded
2028-02-14 09:00  maria  @RFP-2026-002 cancel reason="The neighbor county solicits for both of us"  -> cancelled
2028-02-14 10:00  maria  @RFP-2026-001 record_later_end number=FC-28-11 outcome=awarded  !! no later solicitation FC-28-11 is linked that has not ended yet
2028-02-14 10:10  maria  @RFP-2026-001 record_resolicitation number=FC-28-11  -> no_award
2028-06-01 09:00  maria  @RFP-2026-001 record_later_end number=FC-28-11 outcome=awarded  -> no_award
2028-06-01 10:00  maria  @RFP-2026-001 release_offers where="The public reading room"  -> no_award
