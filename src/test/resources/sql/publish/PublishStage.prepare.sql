select "pipeline"."night_turns"."turn"
from "pipeline"."night_turns"
for share;
