-- What people were told of a conference includes now how long it takes: a digest that was up to date stays up to date.
update conference set told = md5(concat_ws('|', extract(epoch from starts_at)::text, extract(epoch from ends_at)::text, mode, place, link))
  where told = md5(concat_ws('|', extract(epoch from starts_at)::text, mode, place, link));
