select max("publish"."publications"."night")
from "publish"."publications";
