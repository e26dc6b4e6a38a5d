insert into "clustering"."models" (
  "night",
  "is_proposed",
  "fitted_on",
  "definition",
  "adjusted_rand_index",
  "algorithm",
  "population",
  "scaling",
  "criterion",
  "k",
  "seed",
  "starts",
  "customers",
  "inertia",
  "silhouette"
)
values (
  cast(? as date), 
  ?, 
  cast(? as date), 
  ?, 
  cast(? as double precision), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  cast(? as double precision), 
  cast(? as double precision)
);
