-- What a student says about her strengths is shown, and kept as it was shown.

alter table presentation_item drop constraint presentation_item_kind_check;
alter table presentation_item add constraint presentation_item_kind_check
  check (kind in ('work', 'reflection', 'strengths', 'goal', 'promise', 'result', 'grades', 'credits'));
