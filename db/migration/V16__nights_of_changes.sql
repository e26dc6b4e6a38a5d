-- What is published of customers is read off the intervals of the live night. The table keeps it only while
-- that night is run again; rows of earlier versions stay until the next publication.

comment on table publish.customer_segments is 'One row per customer in the live night, while that night is run again; otherwise empty.';

-- Histories of customers whose orders were not read again since are taken over from the night before.
alter table forecast.nights add build bigint;
comment on column forecast.nights.build is 'The newest build of customers that its histories are of; null for nights before version 0.2.';
