truncate table "tonight";

analyze "tonight";
