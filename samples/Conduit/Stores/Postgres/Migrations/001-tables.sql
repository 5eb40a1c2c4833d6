create table users (
    id bigint generated always as identity primary key,
    username text not null constraint users_username_key unique,
    email text not null constraint users_email_key unique,
    password_hash text not null,
    bio text not null default '',
    image text not null default ''
);

create table follows (
    follower_id bigint not null references users on delete cascade,
    followed_id bigint not null references users on delete cascade,
    primary key (follower_id, followed_id)
);

create table articles (
    id bigint generated always as identity primary key,
    slug text not null constraint articles_slug_key unique,
    title text not null,
    description text not null,
    body text not null,
    tags text[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    author_id bigint not null references users on delete cascade
);

create index articles_author on articles (author_id, id desc);
create index articles_tags on articles using gin (tags);

create table favorites (
    user_id bigint not null references users on delete cascade,
    article_id bigint not null references articles on delete cascade,
    primary key (user_id, article_id)
);

create index favorites_article on favorites (article_id);

create table comments (
    id bigint generated always as identity primary key,
    article_id bigint not null references articles on delete cascade,
    author_id bigint not null references users on delete cascade,
    body text not null,
    created_at timestamptz not null
);

create index comments_article on comments (article_id, id);
