-- A document may bear no date, as the slides of the Leicestershire example. Its form still asks for one; where there is
-- none, the record says so rather than take the day on which it was brought in.
alter table evidence alter column dated_on drop not null;
