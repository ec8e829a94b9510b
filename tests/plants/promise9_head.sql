-- promise 9: the journal says that there was one fact more
UPDATE journal_head SET fact = fact + 1;
