-- Whom thoughts mention, taken from Thoughts' own feed by the code that also makes the links. So thoughts that were posted before this
-- table was there are in it too, and those that hosts of an earlier version post meanwhile.
CREATE TABLE thoughts.mention (
    -- As Users compares names: the same whatever the case, in Unicode normalization form C.
    name_key   text NOT NULL,
    thought_id bigint NOT NULL,
    -- The rebuild that saw the row last: what an older one left behind is removed when a rebuild has caught up.
    generation integer NOT NULL,
    -- Somebody's mentions, newest first: this index read backwards.
    PRIMARY KEY (name_key, thought_id)
);

CREATE INDEX mention_in_thought ON thoughts.mention (thought_id);

INSERT INTO thoughts.cursor (feed) VALUES ('thoughts');
