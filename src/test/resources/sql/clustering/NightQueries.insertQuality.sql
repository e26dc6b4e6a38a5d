insert into "clustering"."quality" (
  "night",
  "k",
  "inertia",
  "iterations",
  "simplified_silhouette",
  "davies_bouldin",
  "calinski_harabasz",
  "bic",
  "elbow",
  "silhouette",
  "sample",
  "gap",
  "gap_error",
  "is_chosen"
)
values (
  cast(? as date), 
  ?, 
  cast(? as double precision), 
  ?, 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  ?, 
  cast(? as double precision), 
  cast(? as double precision), 
  ?
);
