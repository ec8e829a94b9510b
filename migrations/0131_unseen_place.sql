-- Looks are made again: of a register that municipalities share each line stands in the lists of its municipality too.
DELETE FROM unseen_line;
DELETE FROM unseen_look;
