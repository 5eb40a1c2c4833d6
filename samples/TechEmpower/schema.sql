-- The tables of the benchmark, filled by its rules.
create table world (id int primary key, randomnumber int not null);
insert into world select id, 1 + floor(random() * 10000)::int from generate_series(1, 10000) as id;

create table fortune (id int primary key, message text not null);
insert into fortune (id, message) values
    (1, 'A fortune with <b>markup</b>.'),
    (2, 'A computer does what it is told, not what is meant.'),
    (3, 'Measure before you cut.'),
    (4, 'Everything is simple to those who do not do it.'),
    (5, 'The cheapest request is the one that is not made.'),
    (6, 'A cache is a promise to be wrong later.'),
    (7, 'Two is the smallest number of problems.'),
    (8, 'Names are hard; so are off-by-one errors.'),
    (9, 'It was the last place to look.'),
    (10, 'Nobody reads the page before the first error.'),
    (11, '<script>alert("This should not be displayed in a browser alert box.");</script>'),
    (12, 'フレームワークのベンチマーク');
