# Three proposals came in time, and were opened before a witness: they may now be screened.
follows: published.story

## Three proposals come in, and stay sealed until they are due
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 09:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-03 13:59  cobalt    receive envelope=@cobalt.txt price=@cobalt-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening

## The opening, before a witness who does not score
2026-02-03 14:30  theo      open_proposals witness=paul seals="Every envelope was sealed until opened"  -> screening
