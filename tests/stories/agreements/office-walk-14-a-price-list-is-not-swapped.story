# Members hold the contractor to the price list that is on file: another one follows new prices that
# they were told of.
follows: ../beginnings/agreement.story
title: A price list is changed by prices that members are told of
2026-03-02 09:00  maria @A1 file_paper paper=price_list file=@price-list-2.csv  !! it would replace the paper price_list that members rely on, and nobody would be told: update prices first
2026-03-02 09:10  maria @A1 file_paper paper=executed_agreement file=@agreement-2.pdf  !! it would replace the paper executed_agreement that members rely on, and nobody would be told: amend agreement first
2026-03-02 09:20  maria @A1 update_prices summary="Desks go up by 2.1 per cent" reckoned_by="Clause 9: producer price index for furniture" effective_on=2026-05-01  -> published
2026-03-02 09:30  maria @A1 file_paper paper=price_list file=@price-list-2.csv  -> published
2026-03-02 09:40  grace @A1 determine rule=public_paper author=maria reasoning="Page 4 of the scan was upside down; nothing of the signed agreement has changed"  -> published
2026-03-02 09:50  maria @A1 file_paper paper=executed_agreement file=@agreement-2.pdf  -> published
