-- What the migrations build, read from the catalogue. Made by: node start/run.mjs test/schema-text.ts

-- Domains
create domain marking as text CHECK ((VALUE = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL-SENSITIVE'::text])));
create domain retention_class as text CHECK ((VALUE = ANY (ARRAY['account'::text, 'assurance'::text, 'evidence'::text, 'access'::text, 'request'::text])));

-- Tables
create table access_grant (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'access'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  grantee_id uuid not null,
  kind text not null,
  record_id uuid,
  reason text not null,
  from_day date not null,
  to_day date not null default 'infinity'::date,
  constraint access_grant_check CHECK ((to_day > from_day)),
  constraint access_grant_check1 CHECK ((grantee_id <> org_id)),
  constraint access_grant_grantee_id_fkey FOREIGN KEY (grantee_id) REFERENCES organisation(id),
  constraint access_grant_kind_check CHECK ((kind = 'moderation'::text)),
  constraint access_grant_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint access_grant_pkey PRIMARY KEY (org_id, id),
  constraint access_grant_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
create table account (
  id uuid not null,
  home_org_id uuid not null,
  email text not null,
  password_hash text,
  demonstration boolean not null default false,
  disabled_at timestamp with time zone,
  retention retention_class not null default 'account'::text,
  created_at timestamp with time zone not null default now(),
  constraint account_check CHECK (((password_hash IS NULL) OR (NOT demonstration))),
  constraint account_email_check CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint account_email_key UNIQUE (email),
  constraint account_home_org_id_fkey FOREIGN KEY (home_org_id) REFERENCES organisation(id),
  constraint account_pkey PRIMARY KEY (id)
);
create table answer (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  assessment_id uuid not null,
  edition_id uuid not null,
  indicator_code text not null,
  status text not null,
  note text not null default ''::text,
  constraint answer_edition_id_indicator_code_fkey FOREIGN KEY (edition_id, indicator_code) REFERENCES indicator(edition_id, code),
  constraint answer_note_check CHECK ((length(note) <= 5000)),
  constraint answer_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint answer_org_id_assessment_id_indicator_code_key UNIQUE (org_id, assessment_id, indicator_code),
  constraint answer_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint answer_pkey PRIMARY KEY (org_id, id),
  constraint answer_status_check CHECK ((status = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'not_applicable'::text])))
);
create table assessment (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  edition_id uuid not null,
  year text not null,
  opened_on date,
  constraint assessment_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  constraint assessment_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint assessment_org_id_id_edition_id_key UNIQUE (org_id, id, edition_id),
  constraint assessment_org_id_id_year_key UNIQUE (org_id, id, year),
  constraint assessment_org_id_year_edition_id_key UNIQUE (org_id, year, edition_id),
  constraint assessment_pkey PRIMARY KEY (org_id, id),
  constraint assessment_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);
create table audit_event (
  org_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  person_id uuid,
  action text not null,
  record_kind text not null,
  record_id uuid not null,
  body text not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_event_action_check CHECK ((action = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text, 'noted'::text]))),
  constraint audit_event_pkey PRIMARY KEY (org_id, seq)
);
create table audit_head (
  org_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  constraint audit_head_pkey PRIMARY KEY (org_id)
);
create table audit_text (
  org_id uuid not null,
  seq bigint not null,
  field text not null,
  salt bytea not null,
  value text not null,
  constraint audit_text_org_id_seq_fkey FOREIGN KEY (org_id, seq) REFERENCES audit_event(org_id, seq),
  constraint audit_text_pkey PRIMARY KEY (org_id, seq, field)
);
create table benchmark (
  edition_id uuid not null,
  code text not null,
  number integer not null,
  constraint benchmark_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  constraint benchmark_edition_id_number_key UNIQUE (edition_id, number),
  constraint benchmark_pkey PRIMARY KEY (edition_id, code)
);
create table committee_meeting (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  committee text not null,
  meets_on date not null,
  papers_due_on date not null,
  year text not null,
  sent_on date,
  constraint committee_meeting_check CHECK ((papers_due_on <= meets_on)),
  constraint committee_meeting_committee_check CHECK (((length(committee) >= 1) AND (length(committee) <= 200))),
  constraint committee_meeting_org_id_committee_meets_on_year_key UNIQUE (org_id, committee, meets_on, year),
  constraint committee_meeting_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint committee_meeting_pkey PRIMARY KEY (org_id, id),
  constraint committee_meeting_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);
create table department (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'account'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  name text not null,
  constraint department_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint department_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint department_org_id_name_key UNIQUE (org_id, name),
  constraint department_pkey PRIMARY KEY (org_id, id)
);
create table edition (
  id uuid not null,
  short_name text not null,
  sector text not null,
  year text not null,
  title jsonb not null,
  content jsonb not null,
  content_sha256 bytea not null,
  published_at timestamp with time zone not null default now(),
  constraint edition_pkey PRIMARY KEY (id),
  constraint edition_short_name_check CHECK ((short_name ~ '^[a-z0-9]+([-_][a-z0-9]+)*$'::text)),
  constraint edition_short_name_key UNIQUE (short_name),
  constraint edition_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);
create table evidence (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'evidence'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  kind text not null,
  title text not null,
  url text,
  sha256 bytea,
  bytes bigint,
  media_type text,
  file_name text,
  scanned text not null default 'not_scanned'::text,
  owner_role text not null,
  dated_on date not null,
  expires_on date,
  released_at timestamp with time zone,
  constraint evidence_bytes_check CHECK ((bytes >= 0)),
  constraint evidence_check CHECK (((expires_on IS NULL) OR (expires_on >= dated_on))),
  constraint evidence_check1 CHECK (((kind = 'link'::text) = (url IS NOT NULL))),
  constraint evidence_check2 CHECK (((kind = 'file'::text) = ((sha256 IS NOT NULL) AND (bytes IS NOT NULL) AND (media_type IS NOT NULL) AND (file_name IS NOT NULL)))),
  constraint evidence_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'link'::text]))),
  constraint evidence_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint evidence_owner_role_check CHECK (((length(owner_role) >= 1) AND (length(owner_role) <= 120))),
  constraint evidence_pkey PRIMARY KEY (org_id, id),
  constraint evidence_scanned_check CHECK ((scanned = ANY (ARRAY['not_scanned'::text, 'clean'::text, 'infected'::text]))),
  constraint evidence_sha256_check CHECK ((length(sha256) = 32)),
  constraint evidence_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint evidence_url_check CHECK (((url ~ '^https?://'::text) AND (length(url) <= 2000)))
);
create table evidence_use (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  evidence_id uuid not null,
  assessment_id uuid not null,
  edition_id uuid not null,
  indicator_code text not null,
  constraint evidence_use_edition_id_indicator_code_fkey FOREIGN KEY (edition_id, indicator_code) REFERENCES indicator(edition_id, code),
  constraint evidence_use_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint evidence_use_org_id_assessment_id_indicator_code_evidence_i_key UNIQUE (org_id, assessment_id, indicator_code, evidence_id),
  constraint evidence_use_org_id_evidence_id_fkey FOREIGN KEY (org_id, evidence_id) REFERENCES evidence(org_id, id),
  constraint evidence_use_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint evidence_use_pkey PRIMARY KEY (org_id, id)
);
create table exemption (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  assessment_id uuid not null,
  part text not null,
  paragraph integer not null,
  reason text not null,
  open_to_members boolean not null,
  until date,
  constraint exemption_org_id_assessment_id_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES assessment(org_id, id),
  constraint exemption_org_id_assessment_id_part_key UNIQUE (org_id, assessment_id, part),
  constraint exemption_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint exemption_paragraph_check CHECK (((paragraph >= 1) AND (paragraph <= 7))),
  constraint exemption_part_check CHECK (((length(part) >= 1) AND (length(part) <= 60))),
  constraint exemption_pkey PRIMARY KEY (org_id, id),
  constraint exemption_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
create table indicator (
  edition_id uuid not null,
  code text not null,
  benchmark_code text not null,
  "position" integer not null,
  constraint indicator_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint indicator_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  constraint indicator_edition_id_position_key UNIQUE (edition_id, "position"),
  constraint indicator_pkey PRIMARY KEY (edition_id, code)
);
create table installation (
  one boolean not null default true,
  demonstration boolean not null,
  made_by_version text not null,
  made_at timestamp with time zone not null default now(),
  constraint installation_one_check CHECK (one),
  constraint installation_pkey PRIMARY KEY (one)
);
create table issued_pack (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  assessment_id uuid not null,
  edition_id uuid not null,
  audience text not null,
  product_version text not null,
  frozen text not null,
  frozen_sha256 bytea not null,
  sha256 bytea not null,
  bytes bigint not null,
  constraint issued_pack_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'members'::text, 'restricted'::text]))),
  constraint issued_pack_bytes_check CHECK ((bytes > 0)),
  constraint issued_pack_check CHECK ((frozen_sha256 = sha256(convert_to(frozen, 'UTF8'::name)))),
  constraint issued_pack_check1 CHECK (((audience <> 'public'::text) OR ((marking)::text = 'OFFICIAL'::text))),
  constraint issued_pack_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint issued_pack_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint issued_pack_pkey PRIMARY KEY (org_id, id),
  constraint issued_pack_product_version_check CHECK (((length(product_version) >= 1) AND (length(product_version) <= 60))),
  constraint issued_pack_sha256_check CHECK ((length(sha256) = 32))
);
create table membership (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'account'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  person_id uuid not null,
  department_id uuid,
  role text not null,
  from_day date not null,
  to_day date not null default 'infinity'::date,
  constraint membership_check CHECK ((to_day > from_day)),
  constraint membership_org_id_department_id_fkey FOREIGN KEY (org_id, department_id) REFERENCES department(org_id, id),
  constraint membership_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint membership_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id),
  constraint membership_org_id_person_id_role_from_day_key UNIQUE (org_id, person_id, role, from_day),
  constraint membership_pkey PRIMARY KEY (org_id, id),
  constraint membership_role_check CHECK ((role = ANY (ARRAY['prevent_lead'::text, 'contributor'::text, 'second_reader'::text, 'administrator'::text, 'viewer'::text, 'adviser'::text])))
);
create table migration (
  name text not null,
  sha256 bytea not null,
  at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
create table moderation (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  assessment_id uuid not null,
  edition_id uuid not null,
  origin text not null,
  letter_id uuid,
  letter_dated_on date,
  checked_by uuid,
  checked_at timestamp with time zone,
  published_at timestamp with time zone,
  writers uuid[] not null default '{}'::uuid[],
  constraint moderation_check CHECK (((checked_by IS NULL) = (checked_at IS NULL))),
  constraint moderation_check1 CHECK (((checked_by IS NULL) OR (NOT (checked_by = ANY (writers))))),
  constraint moderation_check2 CHECK (((origin = 'transcribed'::text) OR (checked_at IS NULL))),
  constraint moderation_check3 CHECK (((origin = 'recorded'::text) OR (published_at IS NULL) OR ((checked_at IS NOT NULL) AND (letter_id IS NOT NULL)))),
  constraint moderation_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint moderation_org_id_assessment_id_key UNIQUE (org_id, assessment_id),
  constraint moderation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint moderation_org_id_id_edition_id_key UNIQUE (org_id, id, edition_id),
  constraint moderation_org_id_letter_id_fkey FOREIGN KEY (org_id, letter_id) REFERENCES evidence(org_id, id),
  constraint moderation_origin_check CHECK ((origin = ANY (ARRAY['recorded'::text, 'transcribed'::text]))),
  constraint moderation_pkey PRIMARY KEY (org_id, id)
);
create table one_time_link (
  token_sha256 bytea not null,
  account_id uuid not null,
  purpose text not null,
  for_org_id uuid,
  person_id uuid,
  made_by uuid,
  made_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone,
  retention retention_class not null default 'account'::text,
  constraint one_time_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint one_time_link_check CHECK (((purpose = 'invitation'::text) = ((for_org_id IS NOT NULL) AND (person_id IS NOT NULL)))),
  constraint one_time_link_for_org_id_fkey FOREIGN KEY (for_org_id) REFERENCES organisation(id),
  constraint one_time_link_pkey PRIMARY KEY (token_sha256),
  constraint one_time_link_purpose_check CHECK ((purpose = ANY (ARRAY['invitation'::text, 'reset'::text])))
);
create table organisation (
  id uuid not null,
  short_name text not null,
  name text not null,
  kind text not null,
  invented boolean not null default false,
  opened_on date,
  closed_on date,
  constraint organisation_check CHECK (((closed_on IS NULL) OR (opened_on IS NULL) OR (closed_on > opened_on))),
  constraint organisation_kind_check CHECK ((kind = ANY (ARRAY['nation'::text, 'region'::text, 'area'::text, 'county'::text, 'unitary'::text, 'district'::text, 'school'::text, 'further_education'::text, 'higher_education'::text, 'health_trust'::text, 'prison'::text, 'probation_region'::text, 'police_force'::text, 'home_office'::text]))),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_short_name_check CHECK ((short_name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text)),
  constraint organisation_short_name_key UNIQUE (short_name)
);
create table organisation_closure (
  ancestor_id uuid not null,
  descendant_id uuid not null,
  from_day date not null,
  to_day date not null,
  depth integer not null,
  constraint organisation_closure_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES organisation(id),
  constraint organisation_closure_descendant_id_fkey FOREIGN KEY (descendant_id) REFERENCES organisation(id),
  constraint organisation_closure_pkey PRIMARY KEY (ancestor_id, descendant_id, from_day)
);
create table organisation_link (
  parent_id uuid not null,
  child_id uuid not null,
  from_day date not null default '-infinity'::date,
  to_day date not null default 'infinity'::date,
  constraint organisation_link_check CHECK ((parent_id <> child_id)),
  constraint organisation_link_check1 CHECK ((to_day > from_day)),
  constraint organisation_link_child_id_fkey FOREIGN KEY (child_id) REFERENCES organisation(id),
  constraint organisation_link_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation(id),
  constraint organisation_link_pkey PRIMARY KEY (parent_id, child_id, from_day)
);
create table organisation_succession (
  predecessor_id uuid not null,
  successor_id uuid not null,
  on_day date not null,
  constraint organisation_succession_pkey PRIMARY KEY (predecessor_id, successor_id),
  constraint organisation_succession_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES organisation(id),
  constraint organisation_succession_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organisation(id)
);
create table outcome (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  moderation_id uuid not null,
  edition_id uuid not null,
  benchmark_code text not null,
  level_code text,
  not_applicable boolean not null default false,
  not_applicable_reason text,
  lead_body text,
  reason_not_stated boolean not null default false,
  constraint outcome_check CHECK ((not_applicable = (level_code IS NULL))),
  constraint outcome_check1 CHECK (((NOT not_applicable) OR (reason_not_stated <> ((not_applicable_reason IS NOT NULL) AND (lead_body IS NOT NULL))))),
  constraint outcome_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint outcome_edition_id_level_code_fkey FOREIGN KEY (edition_id, level_code) REFERENCES scale_level(edition_id, code),
  constraint outcome_lead_body_check CHECK (((length(lead_body) >= 1) AND (length(lead_body) <= 200))),
  constraint outcome_not_applicable_reason_check CHECK (((length(not_applicable_reason) >= 1) AND (length(not_applicable_reason) <= 1000))),
  constraint outcome_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint outcome_org_id_moderation_id_benchmark_code_key UNIQUE (org_id, moderation_id, benchmark_code),
  constraint outcome_org_id_moderation_id_edition_id_fkey FOREIGN KEY (org_id, moderation_id, edition_id) REFERENCES moderation(org_id, id, edition_id),
  constraint outcome_pkey PRIMARY KEY (org_id, id)
);
create table paper_text (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  assessment_id uuid not null,
  area text not null,
  text text not null,
  constraint paper_text_area_check CHECK ((area = ANY (ARRAY['purpose'::text, 'committee'::text, 'finance'::text, 'legal'::text, 'equality'::text, 'data_protection'::text, 'next_steps'::text]))),
  constraint paper_text_org_id_assessment_id_area_key UNIQUE (org_id, assessment_id, area),
  constraint paper_text_org_id_assessment_id_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES assessment(org_id, id),
  constraint paper_text_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint paper_text_pkey PRIMARY KEY (org_id, id),
  constraint paper_text_text_check CHECK ((length(text) <= 5000))
);
create table person (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'account'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  account_id uuid not null,
  name text not null,
  invited boolean not null default false,
  constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint person_org_id_account_id_key UNIQUE (org_id, account_id),
  constraint person_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint person_pkey PRIMARY KEY (org_id, id)
);
create table public_release (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  assessment_id uuid not null,
  year text not null,
  frozen text not null,
  frozen_sha256 bytea not null,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  constraint public_release_check CHECK ((frozen_sha256 = sha256(convert_to(frozen, 'UTF8'::name)))),
  constraint public_release_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint public_release_marking_check CHECK (((marking)::text = 'OFFICIAL'::text)),
  constraint public_release_org_id_assessment_id_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES assessment(org_id, id),
  constraint public_release_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint public_release_pkey PRIMARY KEY (org_id, id),
  constraint public_release_withdrawn_reason_check CHECK (((length(withdrawn_reason) >= 1) AND (length(withdrawn_reason) <= 1000))),
  constraint public_release_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);
create table publication (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  moderation_id uuid not null,
  year text not null,
  frozen text not null,
  frozen_sha256 bytea not null,
  constraint publication_check CHECK ((frozen_sha256 = sha256(convert_to(frozen, 'UTF8'::name)))),
  constraint publication_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint publication_org_id_moderation_id_fkey FOREIGN KEY (org_id, moderation_id) REFERENCES moderation(org_id, id),
  constraint publication_org_id_moderation_id_key UNIQUE (org_id, moderation_id),
  constraint publication_pkey PRIMARY KEY (org_id, id),
  constraint publication_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);
create table rating (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  assessment_id uuid not null,
  edition_id uuid not null,
  benchmark_code text not null,
  level_code text,
  narrative text not null default ''::text,
  not_applicable boolean not null default false,
  not_applicable_reason text,
  lead_body text,
  constraint rating_check CHECK ((not_applicable = (level_code IS NULL))),
  constraint rating_check1 CHECK (((NOT not_applicable) OR ((not_applicable_reason IS NOT NULL) AND (lead_body IS NOT NULL)))),
  constraint rating_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint rating_edition_id_level_code_fkey FOREIGN KEY (edition_id, level_code) REFERENCES scale_level(edition_id, code),
  constraint rating_lead_body_check CHECK (((length(lead_body) >= 1) AND (length(lead_body) <= 200))),
  constraint rating_narrative_check CHECK ((length(narrative) <= 10000)),
  constraint rating_not_applicable_reason_check CHECK (((length(not_applicable_reason) >= 1) AND (length(not_applicable_reason) <= 1000))),
  constraint rating_org_id_assessment_id_benchmark_code_key UNIQUE (org_id, assessment_id, benchmark_code),
  constraint rating_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint rating_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint rating_pkey PRIMARY KEY (org_id, id)
);
create table recommendation (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  moderation_id uuid not null,
  edition_id uuid not null,
  benchmark_code text,
  "position" integer not null,
  text text not null,
  constraint recommendation_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint recommendation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint recommendation_org_id_moderation_id_edition_id_fkey FOREIGN KEY (org_id, moderation_id, edition_id) REFERENCES moderation(org_id, id, edition_id),
  constraint recommendation_pkey PRIMARY KEY (org_id, id),
  constraint recommendation_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
);
create table request_key (
  org_id uuid not null,
  key uuid not null,
  account_id uuid not null,
  request_sha256 bytea not null,
  location text,
  retention retention_class not null default 'request'::text,
  created_at timestamp with time zone not null default now(),
  constraint request_key_pkey PRIMARY KEY (org_id, key)
);
create table scale_level (
  edition_id uuid not null,
  code text not null,
  "position" integer not null,
  constraint scale_level_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  constraint scale_level_edition_id_position_key UNIQUE (edition_id, "position"),
  constraint scale_level_pkey PRIMARY KEY (edition_id, code)
);
create table session (
  token_sha256 bytea not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  idle_minutes integer not null,
  ends_at timestamp with time zone not null,
  retention retention_class not null default 'account'::text,
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint session_idle_minutes_check CHECK (((idle_minutes >= 1) AND (idle_minutes <= 1440))),
  constraint session_pkey PRIMARY KEY (token_sha256)
);
create table strength (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  moderation_id uuid not null,
  edition_id uuid not null,
  benchmark_code text,
  "position" integer not null,
  text text not null,
  constraint strength_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint strength_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint strength_org_id_moderation_id_edition_id_fkey FOREIGN KEY (org_id, moderation_id, edition_id) REFERENCES moderation(org_id, id, edition_id),
  constraint strength_pkey PRIMARY KEY (org_id, id),
  constraint strength_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
);
create table submission (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  assessment_id uuid not null,
  year text not null,
  frozen text not null,
  frozen_sha256 bytea not null,
  constraint submission_check CHECK ((frozen_sha256 = sha256(convert_to(frozen, 'UTF8'::name)))),
  constraint submission_org_id_assessment_id_key UNIQUE (org_id, assessment_id),
  constraint submission_org_id_assessment_id_year_fkey FOREIGN KEY (org_id, assessment_id, year) REFERENCES assessment(org_id, id, year),
  constraint submission_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint submission_pkey PRIMARY KEY (org_id, id)
);

-- Indexes
CREATE INDEX access_grant_to ON public.access_grant USING btree (grantee_id, kind);
CREATE INDEX audit_event_of_record ON public.audit_event USING btree (org_id, record_kind, record_id, seq);
CREATE INDEX evidence_use_of_evidence ON public.evidence_use USING btree (org_id, evidence_id);
CREATE INDEX issued_pack_of_assessment ON public.issued_pack USING btree (org_id, assessment_id, id);
CREATE INDEX one_time_link_of_account ON public.one_time_link USING btree (account_id);
CREATE INDEX organisation_closure_of_descendant ON public.organisation_closure USING btree (descendant_id, ancestor_id);
CREATE INDEX person_of_account ON public.person USING btree (account_id);
CREATE INDEX recommendation_of_moderation ON public.recommendation USING btree (org_id, moderation_id, "position");
CREATE INDEX session_of_account ON public.session USING btree (account_id);
CREATE INDEX strength_of_moderation ON public.strength USING btree (org_id, moderation_id, "position");
CREATE INDEX submission_of_year ON public.submission USING btree (org_id, year);
CREATE UNIQUE INDEX public_release_standing ON public.public_release USING btree (org_id, assessment_id) WHERE (withdrawn_at IS NULL);

-- Row-level security
alter table access_grant enable row level security, force row level security;
alter table account disable row level security, no force row level security;
alter table answer enable row level security, force row level security;
alter table assessment enable row level security, force row level security;
alter table audit_event enable row level security, force row level security;
alter table audit_head enable row level security, force row level security;
alter table audit_text enable row level security, force row level security;
alter table benchmark disable row level security, no force row level security;
alter table committee_meeting enable row level security, force row level security;
alter table department enable row level security, force row level security;
alter table edition disable row level security, no force row level security;
alter table evidence enable row level security, force row level security;
alter table evidence_use enable row level security, force row level security;
alter table exemption enable row level security, force row level security;
alter table indicator disable row level security, no force row level security;
alter table installation disable row level security, no force row level security;
alter table issued_pack enable row level security, force row level security;
alter table membership enable row level security, force row level security;
alter table migration disable row level security, no force row level security;
alter table moderation enable row level security, force row level security;
alter table one_time_link disable row level security, no force row level security;
alter table organisation disable row level security, no force row level security;
alter table organisation_closure disable row level security, no force row level security;
alter table organisation_link disable row level security, no force row level security;
alter table organisation_succession disable row level security, no force row level security;
alter table outcome enable row level security, force row level security;
alter table paper_text enable row level security, force row level security;
alter table person enable row level security, force row level security;
alter table public_release enable row level security, force row level security;
alter table publication enable row level security, force row level security;
alter table rating enable row level security, force row level security;
alter table recommendation enable row level security, force row level security;
alter table request_key enable row level security, force row level security;
alter table scale_level disable row level security, no force row level security;
alter table session disable row level security, no force row level security;
alter table strength enable row level security, force row level security;
alter table submission enable row level security, force row level security;

-- Policies
create policy own on access_grant for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on access_grant for all to dueregard_owner using true with check true;
create policy own on answer for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on answer for all to dueregard_owner using true with check true;
create policy granted on assessment for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on assessment for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on assessment for all to dueregard_owner using true with check true;
create policy own on audit_event for select to dueregard_own using (org_id = scope_organisation());
create policy owner_all on audit_event for all to dueregard_owner using true with check true;
create policy own on audit_head for select to dueregard_own using (org_id = scope_organisation());
create policy owner_all on audit_head for all to dueregard_owner using true with check true;
create policy own on audit_text for select to dueregard_own using (org_id = scope_organisation());
create policy owner_all on audit_text for all to dueregard_owner using true with check true;
create policy own on committee_meeting for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on committee_meeting for all to dueregard_owner using true with check true;
create policy own on department for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on department for all to dueregard_owner using true with check true;
create policy granted on evidence for select to dueregard_grant using ((org_id = ANY (scope_granted('moderation'::text))) AND (released_at IS NOT NULL));
create policy own on evidence for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on evidence for all to dueregard_owner using true with check true;
create policy own on evidence_use for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on evidence_use for all to dueregard_owner using true with check true;
create policy granted on exemption for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on exemption for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on exemption for all to dueregard_owner using true with check true;
create policy own on issued_pack for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on issued_pack for all to dueregard_owner using true with check true;
create policy own on membership for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on membership for all to dueregard_owner using true with check true;
create policy granted on moderation for all to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text))) with check (org_id = ANY (scope_granted('moderation'::text)));
create policy own on moderation for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on moderation for all to dueregard_owner using true with check true;
create policy granted on outcome for all to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text))) with check (org_id = ANY (scope_granted('moderation'::text)));
create policy own on outcome for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on outcome for all to dueregard_owner using true with check true;
create policy granted on paper_text for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on paper_text for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on paper_text for all to dueregard_owner using true with check true;
create policy own on person for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on person for all to dueregard_owner using true with check true;
create policy everybody on public_release for select to dueregard_public using (withdrawn_at IS NULL);
create policy own on public_release for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on public_release for all to dueregard_owner using true with check true;
create policy granted on publication for all to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text))) with check (org_id = ANY (scope_granted('moderation'::text)));
create policy "national" on publication for select to dueregard_national using scope_is_national();
create policy own on publication for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on publication for all to dueregard_owner using true with check true;
create policy tree on publication for select to dueregard_tree using (org_id = ANY (scope_tree()));
create policy own on rating for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on rating for all to dueregard_owner using true with check true;
create policy granted on recommendation for all to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text))) with check (org_id = ANY (scope_granted('moderation'::text)));
create policy own on recommendation for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on recommendation for all to dueregard_owner using true with check true;
create policy granted on request_key for all to dueregard_grant using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy own on request_key for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on request_key for all to dueregard_owner using true with check true;
create policy granted on strength for all to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text))) with check (org_id = ANY (scope_granted('moderation'::text)));
create policy own on strength for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on strength for all to dueregard_owner using true with check true;
create policy granted on submission for select to dueregard_grant using ((org_id = ANY (scope_granted('moderation'::text))) OR (id = ANY (scope_granted_records('moderation'::text))));
create policy "national" on submission for select to dueregard_national using scope_is_national();
create policy own on submission for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on submission for all to dueregard_owner using true with check true;
create policy tree on submission for select to dueregard_tree using (org_id = ANY (scope_tree()));

-- Functions
CREATE OR REPLACE FUNCTION public.audit_append(p_org uuid, p_action text, p_kind text, p_record uuid, p_body text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  event audit_event;
begin
  insert into audit_head (org_id, seq, hash) values (p_org, 0, decode(repeat('00', 32), 'hex')) on conflict (org_id) do nothing;
  select h.seq + 1, h.hash into event.seq, event.previous_hash from audit_head h where h.org_id = p_org for update;
  event.org_id := p_org;
  event.at := clock_timestamp();
  event.person_id := scope_person();
  event.action := p_action;
  event.record_kind := p_kind;
  event.record_id := p_record;
  event.body := p_body;
  event.hash := sha256(audit_bytes(event));
  insert into audit_event select event.*;
  update audit_head set seq = event.seq, hash = event.hash where org_id = p_org;
  return event.seq;
end
$function$;
CREATE OR REPLACE FUNCTION public.audit_bytes(e audit_event)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select e.previous_hash || convert_to(concat_ws(chr(10), e.org_id::text, e.seq::text,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(e.person_id::text, '-'),
    e.action, e.record_kind, e.record_id::text, e.body), 'UTF8')
$function$;
CREATE OR REPLACE FUNCTION public.audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  bookkeeping constant text[] := array['org_id', 'id', 'version', 'created_at', 'created_by', 'changed_at', 'changed_by'];
  before jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  whole jsonb := before || after;
  action text := case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end;
  body jsonb := '{}';
  texts jsonb := '{}';
  field text;
  salt bytea;
  event_seq bigint;
begin
  for field in select key from jsonb_each(whole) order by key loop
    continue when field = any(bookkeeping) or before -> field is not distinct from after -> field;
    continue when tg_op = 'INSERT' and after -> field = 'null';
    if field = any(tg_argv) then
      if tg_op = 'DELETE' or after -> field = 'null' then
        body := body || jsonb_build_object(field, jsonb_build_object('hidden', null));
      else
        salt := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
        texts := texts || jsonb_build_object(field, jsonb_build_array(encode(salt, 'hex'), after ->> field));
        body := body || jsonb_build_object(field, jsonb_build_object('hidden', encode(sha256(salt || convert_to(after ->> field, 'UTF8')), 'hex')));
      end if;
    elsif tg_op = 'INSERT' then
      body := body || jsonb_build_object(field, jsonb_build_object('to', after -> field));
    elsif tg_op = 'DELETE' then
      body := body || jsonb_build_object(field, jsonb_build_object('from', before -> field));
    else
      body := body || jsonb_build_object(field, jsonb_build_object('from', before -> field, 'to', after -> field));
    end if;
  end loop;
  if tg_op = 'UPDATE' and body = '{}' then return null; end if;
  event_seq := audit_append((whole ->> 'org_id')::uuid, action, tg_table_name, (whole ->> 'id')::uuid, body::text);
  insert into audit_text (org_id, seq, field, salt, value)
    select (whole ->> 'org_id')::uuid, event_seq, key, decode(value ->> 0, 'hex'), value ->> 1 from jsonb_each(texts);
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.audit_note(p_kind text, p_record uuid, p_body jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return audit_append(scope_organisation(), 'noted', p_kind, p_record, p_body::text);
end
$function$;
CREATE OR REPLACE FUNCTION public.demonstration_people(p_today date)
 RETURNS TABLE(email text, name text, role text, organisation text, kind text, invented boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.email, p.name, m.role, o.name, o.kind, o.invented
  from account a
    join person p on p.account_id = a.id and not p.invited
    join membership m on m.org_id = p.org_id and m.person_id = p.id and m.from_day <= p_today and p_today < m.to_day
    join organisation o on o.id = p.org_id
  where a.demonstration and a.disabled_at is null and (select demonstration from installation)
  order by o.name, p.name, a.email, m.role
$function$;
CREATE OR REPLACE FUNCTION public.edition_load(p_id uuid, p_content jsonb, p_sha256 bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  known edition;
begin
  select * into known from edition where short_name = p_content ->> 'short_name';
  if found then
    return case when known.content_sha256 = p_sha256 then known.id end;
  end if;
  insert into edition (id, short_name, sector, year, title, content, content_sha256)
    values (p_id, p_content ->> 'short_name', p_content ->> 'sector', p_content ->> 'year', p_content -> 'title', p_content, p_sha256);
  insert into scale_level (edition_id, code, position)
    select p_id, level.value ->> 'code', level.ordinality from jsonb_array_elements(p_content -> 'scale' -> 'levels') with ordinality level;
  insert into benchmark (edition_id, code, number)
    select p_id, b.value ->> 'code', (b.value ->> 'number')::integer from jsonb_array_elements(p_content -> 'benchmarks') b;
  insert into indicator (edition_id, code, benchmark_code, position)
    select p_id, i.value ->> 'code', b.value ->> 'code', row_number() over (order by b.ordinality, i.ordinality)
    from jsonb_array_elements(p_content -> 'benchmarks') with ordinality b,
         jsonb_array_elements(b.value -> 'indicators') with ordinality i;
  return p_id;
end
$function$;
CREATE OR REPLACE FUNCTION public.enter_public_scope()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform enter_scope('accounts', null, null, null);
  set local role dueregard_public;
end
$function$;
CREATE OR REPLACE FUNCTION public.enter_scope(p_scope text, p_org uuid, p_person uuid, p_day date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if p_scope not in ('own', 'tree', 'grant', 'accounts', 'national') then
    raise exception 'no scope is called %', p_scope using errcode = 'invalid_parameter_value';
  end if;
  set local citus.propagate_set_commands = 'local';
  execute format('set local app.org = %L', coalesce(p_org::text, ''));
  execute format('set local app.person = %L', coalesce(p_person::text, ''));
  execute format('set local app.national = %L', case p_scope when 'national' then 'yes' else '' end);
  set local app.tree = '';
  set local app.grants = '';
  set local app.record_grants = '';
  if p_scope = 'tree' then
    execute format('set local app.tree = %L', scope_tree_of(p_org, p_day));
  elsif p_scope = 'grant' then
    execute format('set local app.grants = %L', scope_grants_of(p_org, p_day, false));
    execute format('set local app.record_grants = %L', scope_grants_of(p_org, p_day, true));
  end if;
  execute format('set local role %I', 'dueregard_' || p_scope);
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_findings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
  parent record;
begin
  select m.origin, m.published_at into parent from moderation m
    where m.org_id = touched.org_id and m.id = touched.moderation_id for no key update;
  if parent.published_at is not null then
    raise exception 'the findings have been published and are never changed' using errcode = 'DR002';
  end if;
  if (parent.origin = 'recorded' and current_user = 'dueregard_own') or (parent.origin = 'transcribed' and current_user = 'dueregard_grant') then
    raise exception 'findings are written by the hand that began them' using errcode = 'DR003';
  end if;
  if parent.origin = 'recorded' and coalesce((to_jsonb(touched) ->> 'reason_not_stated')::boolean, false) then
    raise exception 'the adviser states the reason why a benchmark is not applicable' using errcode = 'check_violation';
  end if;
  return touched;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_moderation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
  same_letter boolean;
begin
  if tg_op <> 'INSERT' and old.published_at is not null then
    raise exception 'the findings have been published and are never changed' using errcode = 'DR002';
  end if;
  if (touched.origin = 'recorded' and current_user = 'dueregard_own') or (touched.origin = 'transcribed' and current_user = 'dueregard_grant') then
    raise exception 'findings are written by the hand that began them' using errcode = 'DR003';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'INSERT' then
    new.writers := array_remove(array[scope_person()], null);
    return new;
  end if;
  if new.origin <> old.origin or new.assessment_id <> old.assessment_id then
    raise exception 'findings keep their origin and their assessment' using errcode = 'integrity_constraint_violation';
  end if;
  new.writers := old.writers;
  same_letter := new.letter_id is not distinct from old.letter_id and new.letter_dated_on is not distinct from old.letter_dated_on;
  if same_letter and new.checked_at is not null and old.checked_at is null then
    new.checked_by := scope_person();
  elsif not same_letter or new.published_at is null then
    new.checked_by := null;
    new.checked_at := null;
    new.writers := old.writers || array_remove(array[scope_person()], null);
    new.writers := array(select distinct writer from unnest(new.writers) writer order by writer);
  end if;
  if new.published_at is not null then
    if exists (select from benchmark b where b.edition_id = new.edition_id and not exists (
        select from outcome o where o.org_id = new.org_id and o.moderation_id = new.id and o.benchmark_code = b.code)) then
      raise exception 'findings are published with an outcome for every benchmark' using errcode = 'check_violation';
    end if;
    if not exists (select from publication p where p.org_id = new.org_id and p.moderation_id = new.id) then
      raise exception 'findings are published as they were frozen' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_release()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null or (to_jsonb(new) - '{withdrawn_at,withdrawn_reason,version,changed_at,changed_by}'::text[])
      is distinct from (to_jsonb(old) - '{withdrawn_at,withdrawn_reason,version,changed_at,changed_by}'::text[]) then
    raise exception 'a public release is never changed or removed, only withdrawn' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.names_of_people(p_ids uuid[])
 RETURNS TABLE(id uuid, name text, organisation text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id, p.name, o.name from person p join organisation o on o.id = p.org_id where p.id = any(p_ids)
$function$;
CREATE OR REPLACE PROCEDURE public.protect_owned(IN p_table regclass, IN p_hidden_fields text[] DEFAULT '{}'::text[])
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('create policy owner_all on %s to dueregard_owner using (true) with check (true)', p_table);
  execute format('create policy own on %s to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation())', p_table);
  execute format('create trigger stamp before insert or update on %s for each row execute function stamp_row()', p_table);
  execute format('create trigger audit after insert or update or delete on %s for each row execute function audit_change(%s)', p_table,
    (select coalesce(string_agg(quote_literal(f), ', '), '') from unnest(p_hidden_fields) f));
  execute format('grant select, insert, update, delete on %s to dueregard_own', p_table);
end
$procedure$;
CREATE OR REPLACE PROCEDURE public.rebuild_organisation_closure()
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $procedure$
begin
  delete from organisation_closure;
  insert into organisation_closure (ancestor_id, descendant_id, from_day, to_day, depth)
  with recursive path (ancestor_id, descendant_id, from_day, to_day, depth) as (
    select parent_id, child_id, from_day, to_day, 1 from organisation_link
    union all
    select p.ancestor_id, l.child_id, greatest(p.from_day, l.from_day), least(p.to_day, l.to_day), p.depth + 1
    from path p join organisation_link l on l.parent_id = p.descendant_id
    where greatest(p.from_day, l.from_day) < least(p.to_day, l.to_day) and p.depth < 12
  )
  select ancestor_id, descendant_id, from_day, max(to_day), min(depth) from path
  group by ancestor_id, descendant_id, from_day;
end
$procedure$;
CREATE OR REPLACE FUNCTION public.refuse_after_submission()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  perform from assessment a where a.org_id = touched.org_id and a.id = touched.assessment_id for share;
  if exists (select from submission s where s.org_id = touched.org_id and s.assessment_id = touched.assessment_id) then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  return touched;
end
$function$;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is never changed or removed', tg_table_name using errcode = 'integrity_constraint_violation';
end
$function$;
CREATE OR REPLACE FUNCTION public.scope_granted(kind text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select array(select split_part(entry, '=', 2)::uuid from unnest(string_to_array(nullif(current_setting('app.grants', true), ''), ',')) entry
                  where split_part(entry, '=', 1) = kind) $function$;
CREATE OR REPLACE FUNCTION public.scope_granted_records(kind text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select array(select split_part(entry, '=', 2)::uuid from unnest(string_to_array(nullif(current_setting('app.record_grants', true), ''), ',')) entry
                  where split_part(entry, '=', 1) = kind) $function$;
CREATE OR REPLACE FUNCTION public.scope_grants_of(p_org uuid, p_day date, p_for_records boolean)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(string_agg(distinct kind || '=' || case when p_for_records then record_id else org_id end::text, ','), '')
  from access_grant
  where grantee_id = p_org and from_day <= p_day and p_day < to_day and (record_id is not null) = p_for_records
$function$;
CREATE OR REPLACE FUNCTION public.scope_is_national()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('app.national', true), '') = 'yes' $function$;
CREATE OR REPLACE FUNCTION public.scope_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.org', true), '')::uuid $function$;
CREATE OR REPLACE FUNCTION public.scope_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.person', true), '')::uuid $function$;
CREATE OR REPLACE FUNCTION public.scope_tree()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select string_to_array(nullif(current_setting('app.tree', true), ''), ',')::uuid[] $function$;
CREATE OR REPLACE FUNCTION public.scope_tree_of(p_org uuid, p_day date)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(string_agg(distinct descendant_id::text, ','), '') from organisation_closure
  where ancestor_id = p_org and from_day <= p_day and p_day < to_day
$function$;
CREATE OR REPLACE FUNCTION public.stamp_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    new.version := 1;
    new.created_at := now();
    new.created_by := scope_person();
  else
    if new.org_id <> old.org_id or new.id <> old.id then
      raise exception 'a record keeps its organisation and its identifier' using errcode = 'integrity_constraint_violation';
    end if;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by := old.created_by;
  end if;
  new.changed_at := now();
  new.changed_by := scope_person();
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.touch_moderation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  update moderation set checked_by = null, checked_at = null where org_id = touched.org_id and id = touched.moderation_id;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.visit(p_token_sha256 bytea, p_short_name text, p_day date, p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  holder record;
  target organisation;
  memberships jsonb;
  ways jsonb;
begin
  select a.id, a.demonstration, s.last_seen_at into holder
  from session s join account a on a.id = s.account_id
  where s.token_sha256 = p_token_sha256 and a.disabled_at is null
    and now() < s.ends_at and now() < s.last_seen_at + make_interval(mins => s.idle_minutes);
  if not found then return null; end if;
  if holder.last_seen_at < now() - interval '1 minute' then
    update session set last_seen_at = now() where token_sha256 = p_token_sha256;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'role', m.role, 'organisation',
      jsonb_build_object('id', o.id, 'shortName', o.short_name, 'name', o.name, 'kind', o.kind, 'invented', o.invented)) order by o.name, m.role), '[]')
    into memberships
  from person p
    join membership m on m.org_id = p.org_id and m.person_id = p.id and m.from_day <= p_today and p_today < m.to_day
    join organisation o on o.id = p.org_id
  where p.account_id = holder.id and not p.invited;
  select * into target from organisation o where o.short_name = p_short_name;
  if found then
    select coalesce(jsonb_agg(way), '[]') into ways from (
      select jsonb_build_object('scope', 'own', 'orgId', p.org_id, 'personId', p.id) way
        from person p where p.account_id = holder.id and not p.invited and p.org_id = target.id
      union all
      select jsonb_build_object('scope', 'tree', 'orgId', p.org_id, 'personId', p.id)
        from person p join organisation_closure c on c.ancestor_id = p.org_id
        where p.account_id = holder.id and not p.invited and c.descendant_id = target.id and c.from_day <= p_day and p_day < c.to_day
      union all
      select distinct jsonb_build_object('scope', 'grant', 'orgId', p.org_id, 'personId', p.id, 'kind', g.kind)
        from person p join access_grant g on g.grantee_id = p.org_id
        where p.account_id = holder.id and not p.invited and g.org_id = target.id and g.from_day <= p_today and p_today < g.to_day
    ) w;
  end if;
  return jsonb_build_object(
    'accountId', holder.id, 'demonstration', holder.demonstration, 'memberships', memberships,
    'organisation', case when target.id is null then null else
      jsonb_build_object('id', target.id, 'shortName', target.short_name, 'name', target.name, 'kind', target.kind, 'invented', target.invented) end,
    'ways', coalesce(ways, '[]'));
end
$function$;

-- Triggers
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.access_grant FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.access_grant FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.answer FOR EACH ROW EXECUTE FUNCTION audit_change('note');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.answer FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER submitted BEFORE INSERT OR DELETE OR UPDATE ON public.answer FOR EACH ROW EXECUTE FUNCTION refuse_after_submission();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER unchanged BEFORE UPDATE ON public.audit_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.committee_meeting FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.committee_meeting FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.department FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.department FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION audit_change('title', 'url', 'file_name');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.evidence_use FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.evidence_use FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER submitted BEFORE INSERT OR DELETE OR UPDATE ON public.evidence_use FOR EACH ROW EXECUTE FUNCTION refuse_after_submission();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.exemption FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.exemption FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.issued_pack FOR EACH ROW EXECUTE FUNCTION audit_change('frozen');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.issued_pack FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.issued_pack FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.moderation FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER findings BEFORE INSERT OR DELETE OR UPDATE ON public.moderation FOR EACH ROW EXECUTE FUNCTION hold_moderation();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.moderation FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION audit_change('not_applicable_reason');
CREATE TRIGGER findings BEFORE INSERT OR DELETE OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION hold_findings();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER touch AFTER INSERT OR DELETE OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION touch_moderation();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.paper_text FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.paper_text FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION audit_change('name');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.public_release FOR EACH ROW EXECUTE FUNCTION audit_change('frozen', 'withdrawn_reason');
CREATE TRIGGER release BEFORE DELETE OR UPDATE ON public.public_release FOR EACH ROW EXECUTE FUNCTION hold_release();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.public_release FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.publication FOR EACH ROW EXECUTE FUNCTION audit_change('frozen');
CREATE TRIGGER findings BEFORE INSERT ON public.publication FOR EACH ROW EXECUTE FUNCTION hold_findings();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.publication FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.publication FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.rating FOR EACH ROW EXECUTE FUNCTION audit_change('narrative', 'not_applicable_reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.rating FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER submitted BEFORE INSERT OR DELETE OR UPDATE ON public.rating FOR EACH ROW EXECUTE FUNCTION refuse_after_submission();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.recommendation FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER findings BEFORE INSERT OR DELETE OR UPDATE ON public.recommendation FOR EACH ROW EXECUTE FUNCTION hold_findings();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.recommendation FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER touch AFTER INSERT OR DELETE OR UPDATE ON public.recommendation FOR EACH ROW EXECUTE FUNCTION touch_moderation();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.strength FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER findings BEFORE INSERT OR DELETE OR UPDATE ON public.strength FOR EACH ROW EXECUTE FUNCTION hold_findings();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.strength FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER touch AFTER INSERT OR DELETE OR UPDATE ON public.strength FOR EACH ROW EXECUTE FUNCTION touch_moderation();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.submission FOR EACH ROW EXECUTE FUNCTION audit_change('frozen');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.submission FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.submission FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Rights
grant delete, insert, select, update on access_grant to dueregard_own;
grant insert, select on account to dueregard_accounts;
grant delete, insert, select, update on answer to dueregard_own;
grant select on assessment to dueregard_grant;
grant delete, insert, select, update on assessment to dueregard_own;
grant select on audit_event to dueregard_own;
grant select on audit_head to dueregard_own;
grant select on audit_text to dueregard_own;
grant select on benchmark to dueregard_app;
grant select on benchmark to dueregard_grant;
grant select on benchmark to dueregard_national;
grant select on benchmark to dueregard_own;
grant select on benchmark to dueregard_tree;
grant delete, insert, select, update on committee_meeting to dueregard_own;
grant delete, insert, select, update on department to dueregard_own;
grant select on edition to dueregard_accounts;
grant select on edition to dueregard_app;
grant select on edition to dueregard_grant;
grant select on edition to dueregard_national;
grant select on edition to dueregard_own;
grant select on edition to dueregard_tree;
grant select on evidence to dueregard_grant;
grant delete, insert, select, update on evidence to dueregard_own;
grant delete, insert, select, update on evidence_use to dueregard_own;
grant select on exemption to dueregard_grant;
grant delete, insert, select, update on exemption to dueregard_own;
grant select on indicator to dueregard_app;
grant select on indicator to dueregard_grant;
grant select on indicator to dueregard_national;
grant select on indicator to dueregard_own;
grant select on indicator to dueregard_tree;
grant select on installation to dueregard_accounts;
grant select on installation to dueregard_app;
grant select on installation to dueregard_grant;
grant select on installation to dueregard_national;
grant select on installation to dueregard_national_app;
grant select on installation to dueregard_own;
grant select on installation to dueregard_tree;
grant delete, insert, select, update on issued_pack to dueregard_own;
grant delete, insert, select, update on membership to dueregard_own;
grant select on migration to dueregard_app;
grant delete, insert, select, update on moderation to dueregard_grant;
grant delete, insert, select, update on moderation to dueregard_own;
grant delete, insert, select, update on one_time_link to dueregard_accounts;
grant select on organisation to dueregard_accounts;
grant select on organisation to dueregard_app;
grant select on organisation to dueregard_grant;
grant select on organisation to dueregard_national;
grant select on organisation to dueregard_national_app;
grant select on organisation to dueregard_own;
grant select on organisation to dueregard_public;
grant select on organisation to dueregard_tree;
grant select on organisation_closure to dueregard_accounts;
grant select on organisation_closure to dueregard_app;
grant select on organisation_closure to dueregard_grant;
grant select on organisation_closure to dueregard_national;
grant select on organisation_closure to dueregard_national_app;
grant select on organisation_closure to dueregard_own;
grant select on organisation_closure to dueregard_tree;
grant select on organisation_link to dueregard_accounts;
grant select on organisation_link to dueregard_app;
grant select on organisation_link to dueregard_grant;
grant select on organisation_link to dueregard_national;
grant select on organisation_link to dueregard_national_app;
grant select on organisation_link to dueregard_own;
grant select on organisation_link to dueregard_tree;
grant select on organisation_succession to dueregard_accounts;
grant select on organisation_succession to dueregard_app;
grant select on organisation_succession to dueregard_grant;
grant select on organisation_succession to dueregard_national;
grant select on organisation_succession to dueregard_national_app;
grant select on organisation_succession to dueregard_own;
grant select on organisation_succession to dueregard_tree;
grant delete, insert, select, update on outcome to dueregard_grant;
grant delete, insert, select, update on outcome to dueregard_own;
grant select on paper_text to dueregard_grant;
grant delete, insert, select, update on paper_text to dueregard_own;
grant delete, insert, select, update on person to dueregard_own;
grant delete, insert, select, update on public_release to dueregard_own;
grant insert, select on publication to dueregard_grant;
grant select on publication to dueregard_national;
grant delete, insert, select, update on publication to dueregard_own;
grant select on publication to dueregard_tree;
grant delete, insert, select, update on rating to dueregard_own;
grant delete, insert, select, update on recommendation to dueregard_grant;
grant delete, insert, select, update on recommendation to dueregard_own;
grant insert, select, update on request_key to dueregard_grant;
grant insert, select, update on request_key to dueregard_own;
grant select on scale_level to dueregard_app;
grant select on scale_level to dueregard_grant;
grant select on scale_level to dueregard_national;
grant select on scale_level to dueregard_own;
grant select on scale_level to dueregard_tree;
grant delete, insert, select, update on session to dueregard_accounts;
grant delete, insert, select, update on strength to dueregard_grant;
grant delete, insert, select, update on strength to dueregard_own;
grant select on submission to dueregard_grant;
grant select on submission to dueregard_national;
grant delete, insert, select, update on submission to dueregard_own;
grant select on submission to dueregard_tree;

-- Rights on columns
grant update (disabled_at, password_hash) on account to dueregard_accounts;
grant select (demonstration, id) on account to dueregard_app;
grant select (created_at, frozen, org_id, withdrawn_at, year) on public_release to dueregard_public;

-- Rights on functions
grant execute on function audit_bytes(audit_event) to public;
grant execute on function audit_change() to public;
grant execute on function audit_note(text,uuid,jsonb) to dueregard_grant;
grant execute on function audit_note(text,uuid,jsonb) to dueregard_own;
grant execute on function demonstration_people(date) to dueregard_accounts;
grant execute on function edition_load(uuid,jsonb,bytea) to dueregard_app;
grant execute on function enter_public_scope() to public;
grant execute on function enter_scope(text,uuid,uuid,date) to public;
grant execute on function hold_findings() to public;
grant execute on function hold_moderation() to public;
grant execute on function hold_release() to public;
grant execute on function names_of_people(uuid[]) to dueregard_accounts;
grant execute on function names_of_people(uuid[]) to dueregard_grant;
grant execute on function names_of_people(uuid[]) to dueregard_own;
grant execute on function names_of_people(uuid[]) to dueregard_tree;
grant execute on function protect_owned(regclass,text[]) to public;
grant execute on function refuse_after_submission() to public;
grant execute on function refuse_change() to public;
grant execute on function scope_granted(text) to public;
grant execute on function scope_granted_records(text) to public;
grant execute on function scope_grants_of(uuid,date,boolean) to dueregard_app;
grant execute on function scope_grants_of(uuid,date,boolean) to dueregard_grant;
grant execute on function scope_grants_of(uuid,date,boolean) to dueregard_own;
grant execute on function scope_grants_of(uuid,date,boolean) to dueregard_tree;
grant execute on function scope_is_national() to public;
grant execute on function scope_organisation() to public;
grant execute on function scope_person() to public;
grant execute on function scope_tree() to public;
grant execute on function scope_tree_of(uuid,date) to dueregard_app;
grant execute on function scope_tree_of(uuid,date) to dueregard_grant;
grant execute on function scope_tree_of(uuid,date) to dueregard_own;
grant execute on function scope_tree_of(uuid,date) to dueregard_tree;
grant execute on function stamp_row() to public;
grant execute on function touch_moderation() to public;
grant execute on function visit(bytea,text,date,date) to dueregard_app;
