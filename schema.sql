-- What the migrations build, read from the catalogue. Made by: node start/run.mjs test/schema-text.ts

-- Domains
create domain marking as text CHECK ((VALUE = ANY (ARRAY['OFFICIAL'::text, 'OFFICIAL-SENSITIVE'::text])));
create domain retention_class as text CHECK ((VALUE = ANY (ARRAY['account'::text, 'assurance'::text, 'evidence'::text, 'access'::text, 'request'::text, 'mail'::text])));

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
  assessment_id uuid,
  edition_id uuid,
  benchmark_code text,
  indicator_code text,
  may_write boolean not null default false,
  constraint access_grant_channel_check CHECK (((kind <> 'channel'::text) OR (record_id IS NULL))),
  constraint access_grant_check CHECK ((to_day > from_day)),
  constraint access_grant_check1 CHECK ((grantee_id <> org_id)),
  constraint access_grant_check2 CHECK (
CASE kind
    WHEN 'part'::text THEN ((num_nonnulls(assessment_id, edition_id) = 2) AND (num_nonnulls(benchmark_code, indicator_code) = 1))
    ELSE ((num_nonnulls(assessment_id, edition_id, benchmark_code, indicator_code) = 0) AND (NOT may_write))
END),
  constraint access_grant_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint access_grant_edition_id_indicator_code_fkey FOREIGN KEY (edition_id, indicator_code) REFERENCES indicator(edition_id, code),
  constraint access_grant_grantee_id_fkey FOREIGN KEY (grantee_id) REFERENCES organisation(id),
  constraint access_grant_kind_check CHECK ((kind = ANY (ARRAY['moderation'::text, 'part'::text, 'action'::text, 'sample'::text, 'channel'::text]))),
  constraint access_grant_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint access_grant_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint access_grant_pkey PRIMARY KEY (org_id, id),
  constraint access_grant_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint access_grant_record_check CHECK (((kind <> ALL (ARRAY['action'::text, 'sample'::text])) OR (record_id IS NOT NULL)))
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
create table action (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  edition_id uuid,
  benchmark_code text,
  objective_id uuid,
  text text not null,
  owner_id uuid,
  owner_body text,
  owner_role text,
  partners text not null default ''::text,
  start_on date,
  due_on date,
  success_measure text,
  origin text not null,
  origin_id uuid,
  origin_note text,
  state text not null default 'open'::text,
  outcome text,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  reopened_reason text,
  constraint action_check CHECK ((num_nonnulls(owner_id, owner_body) = 1)),
  constraint action_check1 CHECK (((num_nonnulls(edition_id, benchmark_code) <> 1) AND ((objective_id IS NULL) OR (benchmark_code IS NOT NULL)))),
  constraint action_check2 CHECK (((start_on IS NULL) OR (due_on IS NULL) OR (due_on >= start_on))),
  constraint action_check3 CHECK ((((state = 'open'::text) = (outcome IS NULL)) AND ((state = 'open'::text) = (proposed_at IS NULL)) AND ((state = 'closed'::text) = (confirmed_at IS NOT NULL)))),
  constraint action_check4 CHECK (((state <> 'closed'::text) OR ((proposed_by IS NOT NULL) AND (confirmed_by IS NOT NULL) AND (confirmed_by <> proposed_by)))),
  constraint action_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint action_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint action_org_id_objective_id_edition_id_benchmark_code_fkey FOREIGN KEY (org_id, objective_id, edition_id, benchmark_code) REFERENCES plan_objective(org_id, id, edition_id, benchmark_code),
  constraint action_origin_check CHECK ((origin = ANY (ARRAY['risk'::text, 'recommendation'::text, 'dip_sample'::text, 'incident'::text, 'guidance'::text, 'other'::text]))),
  constraint action_origin_note_check CHECK (((length(origin_note) >= 1) AND (length(origin_note) <= 500))),
  constraint action_outcome_check CHECK (((length(outcome) >= 1) AND (length(outcome) <= 5000))),
  constraint action_owner_body_check CHECK (((length(owner_body) >= 1) AND (length(owner_body) <= 200))),
  constraint action_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organisation(id),
  constraint action_owner_role_check CHECK (((length(owner_role) >= 1) AND (length(owner_role) <= 120))),
  constraint action_partners_check CHECK ((length(partners) <= 1000)),
  constraint action_pkey PRIMARY KEY (org_id, id),
  constraint action_reopened_reason_check CHECK (((length(reopened_reason) >= 1) AND (length(reopened_reason) <= 5000))),
  constraint action_state_check CHECK ((state = ANY (ARRAY['open'::text, 'proposed'::text, 'closed'::text]))),
  constraint action_success_measure_check CHECK (((length(success_measure) >= 1) AND (length(success_measure) <= 2000))),
  constraint action_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
);
create table action_evidence (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  action_id uuid not null,
  evidence_id uuid not null,
  constraint action_evidence_org_id_action_id_evidence_id_key UNIQUE (org_id, action_id, evidence_id),
  constraint action_evidence_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES action(org_id, id),
  constraint action_evidence_org_id_evidence_id_fkey FOREIGN KEY (org_id, evidence_id) REFERENCES evidence(org_id, id),
  constraint action_evidence_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint action_evidence_pkey PRIMARY KEY (org_id, id)
);
create table action_note (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  action_id uuid not null,
  dated_on date not null,
  text text not null,
  rag text,
  constraint action_note_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES action(org_id, id),
  constraint action_note_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint action_note_pkey PRIMARY KEY (org_id, id),
  constraint action_note_rag_check CHECK ((rag = ANY (ARRAY['red'::text, 'amber'::text, 'green'::text]))),
  constraint action_note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
);
create table amendment (
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
  submission_id uuid not null,
  year text not null,
  edition_id uuid not null,
  benchmark_code text,
  frozen text not null,
  frozen_sha256 bytea not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  constraint amendment_check CHECK ((frozen_sha256 = sha256(convert_to(frozen, 'UTF8'::name)))),
  constraint amendment_check1 CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  constraint amendment_check2 CHECK ((confirmed_by <> created_by)),
  constraint amendment_created_by_check CHECK ((created_by IS NOT NULL)),
  constraint amendment_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint amendment_frozen_check CHECK ((length(frozen) <= 20000)),
  constraint amendment_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint amendment_org_id_assessment_id_year_fkey FOREIGN KEY (org_id, assessment_id, year) REFERENCES assessment(org_id, id, year),
  constraint amendment_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint amendment_org_id_submission_id_assessment_id_fkey FOREIGN KEY (org_id, submission_id, assessment_id) REFERENCES submission(org_id, id, assessment_id),
  constraint amendment_pkey PRIMARY KEY (org_id, id),
  constraint amendment_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
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
create table api_token (
  id uuid not null,
  token_sha256 bytea not null,
  account_id uuid not null,
  purpose text not null,
  scope text not null,
  created_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  retention retention_class not null default 'account'::text,
  constraint api_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint api_token_check CHECK (((ends_at > created_at) AND (ends_at <= (created_at + '366 days'::interval)))),
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 120))),
  constraint api_token_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text]))),
  constraint api_token_token_sha256_key UNIQUE (token_sha256)
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
  edition_kind text not null default 'assessment'::text,
  constraint assessment_edition_id_edition_kind_fkey FOREIGN KEY (edition_id, edition_kind) REFERENCES edition(id, kind),
  constraint assessment_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  constraint assessment_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint assessment_org_id_id_edition_id_key UNIQUE (org_id, id, edition_id),
  constraint assessment_org_id_id_year_key UNIQUE (org_id, id, year),
  constraint assessment_org_id_year_edition_id_key UNIQUE (org_id, year, edition_id),
  constraint assessment_pkey PRIMARY KEY (org_id, id),
  constraint assessment_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);
create table assessment_writer (
  org_id uuid not null,
  assessment_id uuid not null,
  benchmark_code text not null,
  person_id uuid not null,
  retention retention_class not null default 'assurance'::text,
  constraint assessment_writer_org_id_assessment_id_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES assessment(org_id, id),
  constraint assessment_writer_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint assessment_writer_pkey PRIMARY KEY (org_id, assessment_id, benchmark_code, person_id)
);
create table assignment (
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
  benchmark_code text,
  indicator_code text,
  person_id uuid not null,
  due_on date not null,
  constraint assignment_check CHECK ((num_nonnulls(benchmark_code, indicator_code) = 1)),
  constraint assignment_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint assignment_edition_id_indicator_code_fkey FOREIGN KEY (edition_id, indicator_code) REFERENCES indicator(edition_id, code),
  constraint assignment_org_id_assessment_id_benchmark_code_key UNIQUE (org_id, assessment_id, benchmark_code),
  constraint assignment_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint assignment_org_id_assessment_id_indicator_code_key UNIQUE (org_id, assessment_id, indicator_code),
  constraint assignment_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint assignment_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id),
  constraint assignment_pkey PRIMARY KEY (org_id, id)
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
create table booking (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  reference text not null,
  site_id uuid not null,
  policy_id uuid not null,
  received_on date not null,
  event_on date not null,
  booked_by text not null,
  event_kind text not null,
  size integer not null,
  admission text not null,
  hired_before boolean not null,
  details_held boolean not null,
  terms_accepted boolean not null,
  concern text,
  large_from integer not null,
  triggers text[] not null,
  decide_by date not null,
  asking text,
  round integer not null default 1,
  outcome text,
  by_rule boolean not null default false,
  decided_on date,
  withdrawn_when text,
  hire_round integer not null default 1,
  after_key boolean not null default false,
  constraint booking_admission_check CHECK ((admission = ANY (ARRAY['invited'::text, 'ticketed'::text, 'open'::text]))),
  constraint booking_asking_check CHECK ((asking = ANY (ARRAY['hire'::text, 'cancellation'::text]))),
  constraint booking_booked_by_check CHECK ((booked_by = ANY (ARRAY['public_body'::text, 'charity'::text, 'company'::text, 'community_group'::text, 'party_or_candidate'::text, 'private_person'::text]))),
  constraint booking_check CHECK (((received_on <= event_on) AND (decide_by <= event_on) AND (decided_on <= event_on))),
  constraint booking_check1 CHECK ((triggers = array_remove(ARRAY[
CASE
    WHEN (NOT details_held) THEN 'details'::text
    ELSE NULL::text
END,
CASE
    WHEN (NOT terms_accepted) THEN 'terms'::text
    ELSE NULL::text
END,
CASE
    WHEN ((admission = 'open'::text) AND (size >= large_from)) THEN 'large'::text
    ELSE NULL::text
END,
CASE
    WHEN ((admission = 'open'::text) AND (NOT hired_before)) THEN 'first'::text
    ELSE NULL::text
END,
CASE
    WHEN ((NOT hired_before) AND ((event_on - received_on) < 5)) THEN 'short'::text
    ELSE NULL::text
END,
CASE
    WHEN (concern IS NOT NULL) THEN 'concern'::text
    ELSE NULL::text
END,
CASE
    WHEN after_key THEN 'corrected'::text
    ELSE NULL::text
END], NULL::text))),
  constraint booking_check2 CHECK ((((outcome IS NULL) = (decided_on IS NULL)) AND ((outcome IS NULL) = (NOT (asking IS DISTINCT FROM 'hire'::text))))),
  constraint booking_check3 CHECK (((asking IS DISTINCT FROM 'cancellation'::text) OR (outcome = ANY (ARRAY['approved'::text, 'conditions'::text])))),
  constraint booking_check4 CHECK (((NOT (outcome IS DISTINCT FROM 'withdrawn'::text)) = (withdrawn_when IS NOT NULL))),
  constraint booking_check5 CHECK (((NOT by_rule) OR ((triggers = '{}'::text[]) AND (outcome = ANY (ARRAY['approved'::text, 'withdrawn'::text, 'cancelled'::text]))))),
  constraint booking_check6 CHECK (((hire_round >= 1) AND (hire_round <= round))),
  constraint booking_concern_check CHECK ((concern = ANY (ARRAY['unlawful'::text, 'proscribed'::text, 'disorder'::text, 'safety'::text, 'terms'::text, 'damage'::text]))),
  constraint booking_event_kind_check CHECK ((event_kind = ANY (ARRAY['meeting'::text, 'talk'::text, 'class'::text, 'social'::text, 'performance'::text, 'market'::text, 'other'::text]))),
  constraint booking_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint booking_org_id_policy_id_fkey FOREIGN KEY (org_id, policy_id) REFERENCES venue_policy(org_id, id),
  constraint booking_org_id_reference_key UNIQUE (org_id, reference),
  constraint booking_org_id_site_id_fkey FOREIGN KEY (org_id, site_id) REFERENCES venue_site(org_id, id),
  constraint booking_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'conditions'::text, 'refused'::text, 'withdrawn'::text, 'cancelled'::text]))),
  constraint booking_pkey PRIMARY KEY (org_id, id),
  constraint booking_reference_check CHECK ((reference ~ '^[A-Z0-9][A-Z0-9/-]{2,29}$'::text)),
  constraint booking_round_check CHECK ((round >= 1)),
  constraint booking_size_check CHECK (((size >= 1) AND (size <= 200000))),
  constraint booking_withdrawn_when_check CHECK ((withdrawn_when = ANY (ARRAY['before_checks'::text, 'during_checks'::text, 'after_conditions'::text, 'after_approval'::text])))
);
create table booking_advice (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  booking_id uuid not null,
  asked_on date not null,
  question text not null,
  answered_on date,
  answer text,
  constraint booking_advice_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 2000))),
  constraint booking_advice_check CHECK (((num_nonnulls(answered_on, answer) <> 1) AND (answered_on >= asked_on))),
  constraint booking_advice_org_id_booking_id_fkey FOREIGN KEY (org_id, booking_id) REFERENCES booking(org_id, id),
  constraint booking_advice_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint booking_advice_pkey PRIMARY KEY (org_id, id),
  constraint booking_advice_question_check CHECK (((length(question) >= 1) AND (length(question) <= 1000)))
);
create table booking_check (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  booking_id uuid not null,
  item text not null,
  found text not null,
  said text not null default ''::text,
  round integer not null default 1,
  constraint booking_check_check CHECK (((found = 'clear'::text) OR (said <> ''::text))),
  constraint booking_check_found_check CHECK ((found = ANY (ARRAY['clear'::text, 'question'::text, 'not_found'::text]))),
  constraint booking_check_item_check CHECK ((item = ANY (ARRAY['purpose'::text, 'for_whom'::text, 'publicity'::text, 'sources'::text, 'registers'::text, 'earlier_hires'::text, 'safety'::text]))),
  constraint booking_check_org_id_booking_id_fkey FOREIGN KEY (org_id, booking_id) REFERENCES booking(org_id, id),
  constraint booking_check_org_id_booking_id_round_item_key UNIQUE (org_id, booking_id, round, item),
  constraint booking_check_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint booking_check_pkey PRIMARY KEY (org_id, id),
  constraint booking_check_said_check CHECK ((length(said) <= 300))
);
create table booking_correction (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  booking_id uuid not null,
  corrected_version integer not null,
  corrected_on date not null,
  changed text[] not null,
  reason text not null,
  constraint booking_correction_changed_check CHECK (((cardinality(changed) > 0) AND (changed <@ ARRAY['reference'::text, 'site'::text, 'event'::text, 'size'::text, 'admission'::text, 'hired_before'::text, 'details_held'::text, 'terms_accepted'::text, 'concern'::text, 'booked_by'::text, 'event_kind'::text]))),
  constraint booking_correction_org_id_booking_id_corrected_version_key UNIQUE (org_id, booking_id, corrected_version),
  constraint booking_correction_org_id_booking_id_fkey FOREIGN KEY (org_id, booking_id) REFERENCES booking(org_id, id),
  constraint booking_correction_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint booking_correction_pkey PRIMARY KEY (org_id, id),
  constraint booking_correction_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
create table booking_key (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  booking_id uuid not null,
  round integer not null,
  side text not null,
  department_id uuid not null,
  policy_id uuid not null,
  person_id uuid not null,
  turned_on date not null,
  verdict text not null,
  said text not null,
  conditions text,
  restrictive boolean not null default false,
  ground text,
  ground_said text,
  less_restrictive text,
  equality text,
  expression text,
  election text,
  review_route text,
  constraint booking_key_check CHECK ((((verdict = 'conditions'::text) = (conditions IS NOT NULL)) AND ((NOT restrictive) OR (verdict = 'conditions'::text)))),
  constraint booking_key_check1 CHECK ((num_nonnulls(ground, ground_said, less_restrictive, equality, expression, election, review_route) =
CASE
    WHEN ((verdict = ANY (ARRAY['refuse'::text, 'cancel'::text])) OR restrictive) THEN 7
    ELSE 0
END)),
  constraint booking_key_conditions_check CHECK (((length(conditions) >= 1) AND (length(conditions) <= 2000))),
  constraint booking_key_election_check CHECK ((election = ANY (ARRAY['outside'::text, 'no_right'::text, 'right'::text]))),
  constraint booking_key_equality_check CHECK (((length(equality) >= 1) AND (length(equality) <= 2000))),
  constraint booking_key_expression_check CHECK (((length(expression) >= 1) AND (length(expression) <= 2000))),
  constraint booking_key_ground_check CHECK ((ground = ANY (ARRAY['unlawful'::text, 'proscribed'::text, 'disorder'::text, 'safety'::text, 'terms'::text, 'damage'::text]))),
  constraint booking_key_ground_said_check CHECK (((length(ground_said) >= 1) AND (length(ground_said) <= 2000))),
  constraint booking_key_less_restrictive_check CHECK (((length(less_restrictive) >= 1) AND (length(less_restrictive) <= 2000))),
  constraint booking_key_org_id_booking_id_fkey FOREIGN KEY (org_id, booking_id) REFERENCES booking(org_id, id),
  constraint booking_key_org_id_booking_id_round_department_id_key UNIQUE (org_id, booking_id, round, department_id),
  constraint booking_key_org_id_booking_id_round_person_id_key UNIQUE (org_id, booking_id, round, person_id),
  constraint booking_key_org_id_booking_id_round_side_key UNIQUE (org_id, booking_id, round, side),
  constraint booking_key_org_id_department_id_fkey FOREIGN KEY (org_id, department_id) REFERENCES department(org_id, id),
  constraint booking_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint booking_key_org_id_policy_id_fkey FOREIGN KEY (org_id, policy_id) REFERENCES venue_policy(org_id, id),
  constraint booking_key_pkey PRIMARY KEY (org_id, id),
  constraint booking_key_review_route_check CHECK (((length(review_route) >= 1) AND (length(review_route) <= 500))),
  constraint booking_key_said_check CHECK (((length(said) >= 1) AND (length(said) <= 1000))),
  constraint booking_key_side_check CHECK ((side = ANY (ARRAY['property'::text, 'safety'::text, 'third'::text]))),
  constraint booking_key_verdict_check CHECK ((verdict = ANY (ARRAY['approve'::text, 'conditions'::text, 'refuse'::text, 'cancel'::text, 'keep'::text])))
);
create table booking_review (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  booking_id uuid not null,
  round integer not null,
  asked_on date not null,
  said text not null,
  result text,
  heard_on date,
  heard_by uuid,
  reason text,
  constraint booking_review_check CHECK (((num_nulls(result, heard_on, heard_by, reason) = ANY (ARRAY[0, 4])) AND (heard_on >= asked_on))),
  constraint booking_review_org_id_booking_id_fkey FOREIGN KEY (org_id, booking_id) REFERENCES booking(org_id, id),
  constraint booking_review_org_id_booking_id_round_key UNIQUE (org_id, booking_id, round),
  constraint booking_review_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint booking_review_pkey PRIMARY KEY (org_id, id),
  constraint booking_review_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint booking_review_result_check CHECK ((result = ANY (ARRAY['upheld'::text, 'overturned'::text]))),
  constraint booking_review_said_check CHECK (((length(said) >= 1) AND (length(said) <= 1000)))
);
create table calendar_feed (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'account'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  person_id uuid,
  token_sha256 bytea not null,
  constraint calendar_feed_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint calendar_feed_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id),
  constraint calendar_feed_org_id_person_id_key UNIQUE NULLS NOT DISTINCT (org_id, person_id),
  constraint calendar_feed_pkey PRIMARY KEY (org_id, id),
  constraint calendar_feed_token_sha256_check CHECK ((length(token_sha256) = 32))
);
create table challenge (
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
  self_level_code text,
  reason text not null,
  constraint challenge_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint challenge_edition_id_level_code_fkey FOREIGN KEY (edition_id, level_code) REFERENCES scale_level(edition_id, code),
  constraint challenge_edition_id_self_level_code_fkey FOREIGN KEY (edition_id, self_level_code) REFERENCES scale_level(edition_id, code),
  constraint challenge_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint challenge_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint challenge_org_id_id_assessment_id_key UNIQUE (org_id, id, assessment_id),
  constraint challenge_pkey PRIMARY KEY (org_id, id),
  constraint challenge_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 5000)))
);
create table challenge_reply (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  challenge_id uuid not null,
  assessment_id uuid not null,
  kept boolean not null,
  reason text not null,
  constraint challenge_reply_org_id_challenge_id_assessment_id_fkey FOREIGN KEY (org_id, challenge_id, assessment_id) REFERENCES challenge(org_id, id, assessment_id),
  constraint challenge_reply_org_id_challenge_id_key UNIQUE (org_id, challenge_id),
  constraint challenge_reply_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint challenge_reply_pkey PRIMARY KEY (org_id, id),
  constraint challenge_reply_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 5000)))
);
create table channel_agreement (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  agreed_on date not null,
  expires_on date not null,
  constraint channel_agreement_check CHECK ((expires_on > agreed_on)),
  constraint channel_agreement_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint channel_agreement_pkey PRIMARY KEY (org_id, id)
);
create table channel_control (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  statement_id uuid not null,
  edition_id uuid not null,
  area_code text not null,
  extent_code text not null,
  reason text not null,
  options text[] not null default '{}'::text[],
  writers uuid[] not null default '{}'::uuid[],
  constraint channel_control_edition_id_area_code_fkey FOREIGN KEY (edition_id, area_code) REFERENCES control_area(edition_id, code),
  constraint channel_control_edition_id_extent_code_fkey FOREIGN KEY (edition_id, extent_code) REFERENCES scale_level(edition_id, code),
  constraint channel_control_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint channel_control_org_id_statement_id_area_code_key UNIQUE (org_id, statement_id, area_code),
  constraint channel_control_org_id_statement_id_edition_id_fkey FOREIGN KEY (org_id, statement_id, edition_id) REFERENCES channel_statement(org_id, id, edition_id),
  constraint channel_control_pkey PRIMARY KEY (org_id, id),
  constraint channel_control_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
create table channel_meeting (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  meets_on date not null,
  held boolean,
  constraint channel_meeting_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint channel_meeting_org_id_id_held_key UNIQUE (org_id, id, held),
  constraint channel_meeting_org_id_meets_on_key UNIQUE (org_id, meets_on),
  constraint channel_meeting_pkey PRIMARY KEY (org_id, id)
);
create table channel_office (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  office text not null,
  role text not null,
  appointed_on date not null,
  trained_on date,
  training_due_on date,
  constraint channel_office_check CHECK ((training_due_on > trained_on)),
  constraint channel_office_check1 CHECK (((trained_on IS NOT NULL) OR (training_due_on IS NULL))),
  constraint channel_office_office_check CHECK ((office = ANY (ARRAY['chair'::text, 'deputy'::text]))),
  constraint channel_office_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint channel_office_pkey PRIMARY KEY (org_id, id),
  constraint channel_office_role_check CHECK (((length(role) >= 1) AND (length(role) <= 120)))
);
create table channel_panel (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  run_here boolean not null,
  reason text,
  lead_body text,
  constraint channel_panel_check CHECK (((NOT run_here) OR (num_nonnulls(reason, lead_body) = 0))),
  constraint channel_panel_lead_body_check CHECK (((length(lead_body) >= 1) AND (length(lead_body) <= 200))),
  constraint channel_panel_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint channel_panel_org_id_key UNIQUE (org_id),
  constraint channel_panel_pkey PRIMARY KEY (org_id, id),
  constraint channel_panel_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
create table channel_presence (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  meeting_id uuid not null,
  held boolean not null default true,
  seat_id uuid not null,
  presence text not null,
  constraint channel_presence_held_check CHECK (held),
  constraint channel_presence_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint channel_presence_org_id_meeting_id_held_fkey FOREIGN KEY (org_id, meeting_id, held) REFERENCES channel_meeting(org_id, id, held),
  constraint channel_presence_org_id_meeting_id_seat_id_key UNIQUE (org_id, meeting_id, seat_id),
  constraint channel_presence_org_id_seat_id_fkey FOREIGN KEY (org_id, seat_id) REFERENCES channel_seat(org_id, id),
  constraint channel_presence_pkey PRIMARY KEY (org_id, id),
  constraint channel_presence_presence_check CHECK ((presence = ANY (ARRAY['present'::text, 'substitute'::text, 'absent'::text])))
);
create table channel_reviews (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  quarter text not null,
  due integer not null,
  on_time integer not null,
  constraint channel_reviews_check CHECK ((on_time <= due)),
  constraint channel_reviews_due_check CHECK (((due >= 0) AND (due <= 9999))),
  constraint channel_reviews_on_time_check CHECK ((on_time >= 0)),
  constraint channel_reviews_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint channel_reviews_org_id_quarter_key UNIQUE (org_id, quarter),
  constraint channel_reviews_pkey PRIMARY KEY (org_id, id),
  constraint channel_reviews_quarter_check CHECK ((quarter ~ '^\d{4}-\d{2}-Q[1-4]$'::text))
);
create table channel_seat (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  agency text not null,
  role text not null,
  ended_on date,
  constraint channel_seat_agency_check CHECK (((length(agency) >= 1) AND (length(agency) <= 120))),
  constraint channel_seat_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint channel_seat_pkey PRIMARY KEY (org_id, id),
  constraint channel_seat_role_check CHECK (((length(role) >= 1) AND (length(role) <= 120)))
);
create table channel_statement (
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
  edition_kind text not null default 'channel_statement'::text,
  year text not null,
  number integer not null,
  due_on date,
  signed_on date,
  signed_role text,
  signed_by uuid,
  signed_off_at timestamp with time zone,
  signed_off_by uuid,
  constraint channel_statement_check CHECK ((num_nonnulls(signed_on, signed_role, signed_by) = ANY (ARRAY[0, 3]))),
  constraint channel_statement_check1 CHECK ((num_nonnulls(signed_off_at, signed_off_by) = ANY (ARRAY[0, 2]))),
  constraint channel_statement_check2 CHECK (((signed_off_at IS NULL) OR (signed_on IS NOT NULL))),
  constraint channel_statement_check3 CHECK ((signed_off_by <> signed_by)),
  constraint channel_statement_edition_id_edition_kind_fkey FOREIGN KEY (edition_id, edition_kind) REFERENCES edition(id, kind),
  constraint channel_statement_number_check CHECK (((number >= 1) AND (number <= 99))),
  constraint channel_statement_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint channel_statement_org_id_id_edition_id_key UNIQUE (org_id, id, edition_id),
  constraint channel_statement_org_id_year_number_key UNIQUE (org_id, year, number),
  constraint channel_statement_pkey PRIMARY KEY (org_id, id),
  constraint channel_statement_signed_role_check CHECK (((length(signed_role) >= 1) AND (length(signed_role) <= 120))),
  constraint channel_statement_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);
create table chase (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  about_id uuid not null,
  quarter text not null,
  chased_on date not null,
  to_role text not null,
  way text not null,
  note text not null default ''::text,
  constraint chase_about_id_fkey FOREIGN KEY (about_id) REFERENCES organisation(id),
  constraint chase_check CHECK ((about_id <> org_id)),
  constraint chase_note_check CHECK ((length(note) <= 1000)),
  constraint chase_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint chase_pkey PRIMARY KEY (org_id, id),
  constraint chase_quarter_check CHECK ((quarter ~ '^\d{4}-\d{2}-Q[1-4]$'::text)),
  constraint chase_to_role_check CHECK (((length(to_role) >= 1) AND (length(to_role) <= 120))),
  constraint chase_way_check CHECK ((way = ANY (ARRAY['email'::text, 'phone'::text, 'meeting'::text, 'letter'::text])))
);
create table column_match (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  kind text not null,
  field text not null,
  heading text not null,
  constraint column_match_field_check CHECK (((length(field) >= 1) AND (length(field) <= 60))),
  constraint column_match_heading_check CHECK ((length(heading) <= 200)),
  constraint column_match_kind_check CHECK ((kind = ANY (ARRAY['risk-log'::text, 'plan'::text]))),
  constraint column_match_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint column_match_org_id_kind_field_key UNIQUE (org_id, kind, field),
  constraint column_match_pkey PRIMARY KEY (org_id, id)
);
create table comment (
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
  benchmark_code text,
  indicator_code text,
  said text not null,
  withdrawn_at timestamp with time zone,
  constraint comment_check CHECK ((num_nonnulls(benchmark_code, indicator_code) = 1)),
  constraint comment_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint comment_edition_id_indicator_code_fkey FOREIGN KEY (edition_id, indicator_code) REFERENCES indicator(edition_id, code),
  constraint comment_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint comment_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint comment_pkey PRIMARY KEY (org_id, id),
  constraint comment_said_check CHECK (((length(said) >= 1) AND (length(said) <= 2000)))
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
create table control_area (
  edition_id uuid not null,
  code text not null,
  number integer not null,
  constraint control_area_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  constraint control_area_edition_id_number_key UNIQUE (edition_id, number),
  constraint control_area_pkey PRIMARY KEY (edition_id, code)
);
create table control_option (
  edition_id uuid not null,
  code text not null,
  area_code text not null,
  "position" integer not null,
  constraint control_option_edition_id_area_code_fkey FOREIGN KEY (edition_id, area_code) REFERENCES control_area(edition_id, code),
  constraint control_option_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  constraint control_option_edition_id_position_key UNIQUE (edition_id, "position"),
  constraint control_option_pkey PRIMARY KEY (edition_id, code)
);
create table cover (
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
  covering_id uuid not null,
  from_day date not null,
  to_day date not null,
  constraint cover_check CHECK ((to_day > from_day)),
  constraint cover_check1 CHECK ((person_id <> covering_id)),
  constraint cover_org_id_covering_id_fkey FOREIGN KEY (org_id, covering_id) REFERENCES person(org_id, id),
  constraint cover_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint cover_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id),
  constraint cover_pkey PRIMARY KEY (org_id, id)
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
create table disposal (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  period retention_class not null,
  record_kind text not null,
  records integer not null,
  disposed_on date not null,
  years integer not null,
  constraint disposal_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint disposal_pkey PRIMARY KEY (org_id, id),
  constraint disposal_records_check CHECK ((records > 0)),
  constraint disposal_years_check CHECK ((years > 0))
);
create table draft (
  org_id uuid not null,
  person_id uuid not null,
  assessment_id uuid not null,
  code text not null,
  base_version integer not null,
  fields jsonb not null,
  retention retention_class not null default 'request'::text,
  saved_at timestamp with time zone not null default now(),
  constraint draft_fields_check CHECK ((length((fields)::text) <= 60000)),
  constraint draft_org_id_assessment_id_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES assessment(org_id, id),
  constraint draft_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint draft_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id),
  constraint draft_pkey PRIMARY KEY (org_id, person_id, assessment_id, code)
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
  kind text not null default 'assessment'::text,
  constraint edition_id_kind_key UNIQUE (id, kind),
  constraint edition_kind_check CHECK ((kind = ANY (ARRAY['assessment'::text, 'channel_statement'::text]))),
  constraint edition_pkey PRIMARY KEY (id),
  constraint edition_short_name_check CHECK ((short_name ~ '^[a-z0-9]+([-_][a-z0-9]+)*$'::text)),
  constraint edition_short_name_key UNIQUE (short_name),
  constraint edition_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);
create table edition_draft (
  id uuid not null,
  title text not null,
  file_text text not null,
  content_sha256 bytea not null,
  loaded_by uuid not null,
  loaded_at timestamp with time zone not null default now(),
  published_by uuid,
  published_at timestamp with time zone,
  edition_id uuid,
  constraint edition_draft_check CHECK ((published_by <> loaded_by)),
  constraint edition_draft_check1 CHECK ((((published_by IS NULL) = (published_at IS NULL)) AND ((published_by IS NULL) = (edition_id IS NULL)))),
  constraint edition_draft_content_sha256_check CHECK ((length(content_sha256) = 32)),
  constraint edition_draft_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  constraint edition_draft_file_text_check CHECK ((length(file_text) <= 2097152)),
  constraint edition_draft_loaded_by_fkey FOREIGN KEY (loaded_by) REFERENCES edition_keeper(account_id),
  constraint edition_draft_pkey PRIMARY KEY (id),
  constraint edition_draft_published_by_fkey FOREIGN KEY (published_by) REFERENCES edition_keeper(account_id)
);
create table edition_keeper (
  account_id uuid not null,
  since timestamp with time zone not null default now(),
  constraint edition_keeper_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint edition_keeper_pkey PRIMARY KEY (account_id)
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
  dated_on date,
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
create table findings_reply (
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
  shared_id uuid not null,
  recommendation_id uuid,
  stance text not null,
  text text not null default ''::text,
  constraint findings_reply_check CHECK (((stance = 'accepted'::text) OR (text <> ''::text))),
  constraint findings_reply_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint findings_reply_org_id_moderation_id_shared_id_fkey FOREIGN KEY (org_id, moderation_id, shared_id) REFERENCES shared_findings(org_id, moderation_id, id),
  constraint findings_reply_org_id_shared_id_recommendation_id_key UNIQUE NULLS NOT DISTINCT (org_id, shared_id, recommendation_id),
  constraint findings_reply_pkey PRIMARY KEY (org_id, id),
  constraint findings_reply_stance_check CHECK ((stance = ANY (ARRAY['accepted'::text, 'comment'::text]))),
  constraint findings_reply_text_check CHECK ((length(text) <= 5000))
);
create table follow_up (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  recommendation_id uuid not null,
  state text not null default 'open'::text,
  owner_role text,
  department text,
  due_on date,
  reply text not null default ''::text,
  outcome text,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  reopened_reason text,
  constraint follow_up_check CHECK ((((state = 'open'::text) = (outcome IS NULL)) AND ((state = 'open'::text) = (proposed_at IS NULL)) AND ((state = 'closed'::text) = (confirmed_at IS NOT NULL)))),
  constraint follow_up_check1 CHECK (((state <> 'closed'::text) OR ((proposed_by IS NOT NULL) AND (confirmed_by IS NOT NULL) AND (confirmed_by <> proposed_by)))),
  constraint follow_up_department_check CHECK (((length(department) >= 1) AND (length(department) <= 120))),
  constraint follow_up_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint follow_up_org_id_recommendation_id_fkey FOREIGN KEY (org_id, recommendation_id) REFERENCES recommendation(org_id, id),
  constraint follow_up_org_id_recommendation_id_key UNIQUE (org_id, recommendation_id),
  constraint follow_up_outcome_check CHECK (((length(outcome) >= 1) AND (length(outcome) <= 5000))),
  constraint follow_up_owner_role_check CHECK (((length(owner_role) >= 1) AND (length(owner_role) <= 120))),
  constraint follow_up_pkey PRIMARY KEY (org_id, id),
  constraint follow_up_reopened_reason_check CHECK (((length(reopened_reason) >= 1) AND (length(reopened_reason) <= 5000))),
  constraint follow_up_reply_check CHECK ((length(reply) <= 5000)),
  constraint follow_up_state_check CHECK ((state = ANY (ARRAY['open'::text, 'proposed'::text, 'closed'::text])))
);
create table follow_up_evidence (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  recommendation_id uuid not null,
  evidence_id uuid not null,
  constraint follow_up_evidence_org_id_evidence_id_fkey FOREIGN KEY (org_id, evidence_id) REFERENCES evidence(org_id, id),
  constraint follow_up_evidence_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint follow_up_evidence_org_id_recommendation_id_evidence_id_key UNIQUE (org_id, recommendation_id, evidence_id),
  constraint follow_up_evidence_org_id_recommendation_id_fkey FOREIGN KEY (org_id, recommendation_id) REFERENCES follow_up(org_id, recommendation_id),
  constraint follow_up_evidence_pkey PRIMARY KEY (org_id, id)
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
create table kept_form (
  id uuid not null,
  account_id uuid not null,
  sealed bytea not null,
  kept_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null default (now() + '01:00:00'::interval),
  retention retention_class not null default 'request'::text,
  constraint kept_form_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint kept_form_check CHECK ((ends_at <= (kept_at + '01:00:00'::interval))),
  constraint kept_form_pkey PRIMARY KEY (id),
  constraint kept_form_sealed_check CHECK ((length(sealed) <= 300000))
);
create table key_holder (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  person_id uuid not null,
  department_id uuid not null,
  side text not null,
  from_day date not null,
  to_day date not null default 'infinity'::date,
  constraint key_holder_check CHECK ((to_day >= from_day)),
  constraint key_holder_org_id_department_id_fkey FOREIGN KEY (org_id, department_id) REFERENCES department(org_id, id),
  constraint key_holder_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint key_holder_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id),
  constraint key_holder_pkey PRIMARY KEY (org_id, id),
  constraint key_holder_side_check CHECK ((side = ANY (ARRAY['property'::text, 'safety'::text, 'third'::text])))
);
create table known_browser (
  token_sha256 bytea not null,
  account_id uuid not null,
  last_used_at timestamp with time zone not null default now(),
  retention retention_class not null default 'account'::text,
  constraint known_browser_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE,
  constraint known_browser_pkey PRIMARY KEY (token_sha256)
);
create table look (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  shown_as text,
  colour text,
  logo_sha256 bytea,
  logo_alternative text,
  template_sha256 bytea,
  template_file text,
  constraint look_check CHECK (((logo_sha256 IS NULL) = (logo_alternative IS NULL))),
  constraint look_check1 CHECK (((template_sha256 IS NULL) = (template_file IS NULL))),
  constraint look_colour_check CHECK ((colour ~ '^#[0-9a-f]{6}$'::text)),
  constraint look_logo_alternative_check CHECK (((length(logo_alternative) >= 1) AND (length(logo_alternative) <= 200))),
  constraint look_marking_check CHECK (((marking)::text = 'OFFICIAL'::text)),
  constraint look_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint look_org_id_key UNIQUE (org_id),
  constraint look_org_id_logo_sha256_fkey FOREIGN KEY (org_id, logo_sha256) REFERENCES look_file(org_id, sha256),
  constraint look_org_id_template_sha256_fkey FOREIGN KEY (org_id, template_sha256) REFERENCES look_file(org_id, sha256),
  constraint look_pkey PRIMARY KEY (org_id, id),
  constraint look_shown_as_check CHECK (((length(shown_as) >= 1) AND (length(shown_as) <= 120))),
  constraint look_template_file_check CHECK (((length(template_file) >= 1) AND (length(template_file) <= 255)))
);
create table look_file (
  org_id uuid not null,
  sha256 bytea not null,
  content bytea not null,
  retention retention_class not null default 'assurance'::text,
  constraint look_file_check CHECK ((((length(content) >= 1) AND (length(content) <= 1000000)) AND (sha256 = sha256(content)))),
  constraint look_file_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint look_file_pkey PRIMARY KEY (org_id, sha256)
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
  constraint membership_role_check CHECK ((role = ANY (ARRAY['prevent_lead'::text, 'contributor'::text, 'second_reader'::text, 'administrator'::text, 'viewer'::text, 'bookings_officer'::text, 'adviser'::text])))
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
  withheld boolean not null default false,
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
create table outgoing_mail (
  org_id uuid not null,
  id uuid not null,
  retention retention_class not null default 'mail'::text,
  person_id uuid not null,
  kind text not null,
  facts jsonb not null default '{}'::jsonb,
  queued_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  next_try_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  given_up_at timestamp with time zone,
  failure text,
  constraint outgoing_mail_attempts_check CHECK ((attempts >= 0)),
  constraint outgoing_mail_check CHECK (((sent_at IS NULL) OR (given_up_at IS NULL))),
  constraint outgoing_mail_check1 CHECK (((given_up_at IS NULL) OR (failure IS NOT NULL))),
  constraint outgoing_mail_failure_check CHECK ((failure = ANY (ARRAY['away'::text, 'sign_in'::text, 'refused'::text, 'nobody'::text, 'other'::text]))),
  constraint outgoing_mail_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'digest'::text, 'test'::text]))),
  constraint outgoing_mail_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint outgoing_mail_pkey PRIMARY KEY (org_id, id)
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
create table partner_check (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  partner text not null,
  relation text not null,
  checked_on date not null,
  found text not null,
  next_on date,
  said text not null default ''::text,
  constraint partner_check_check CHECK ((next_on > checked_on)),
  constraint partner_check_found_check CHECK ((found = ANY (ARRAY['clear'::text, 'conditions'::text, 'ended'::text]))),
  constraint partner_check_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint partner_check_partner_check CHECK (((length(partner) >= 1) AND (length(partner) <= 200))),
  constraint partner_check_pkey PRIMARY KEY (org_id, id),
  constraint partner_check_relation_check CHECK ((relation = ANY (ARRAY['funded'::text, 'contracted'::text]))),
  constraint partner_check_said_check CHECK ((length(said) <= 1000))
);
create table past_count (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  past_year_id uuid not null,
  edition_id uuid not null,
  level_code text not null,
  benchmarks integer not null,
  constraint past_count_benchmarks_check CHECK (((benchmarks >= 0) AND (benchmarks <= 99))),
  constraint past_count_edition_id_level_code_fkey FOREIGN KEY (edition_id, level_code) REFERENCES scale_level(edition_id, code),
  constraint past_count_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint past_count_org_id_past_year_id_edition_id_fkey FOREIGN KEY (org_id, past_year_id, edition_id) REFERENCES past_year(org_id, id, edition_id),
  constraint past_count_org_id_past_year_id_level_code_key UNIQUE (org_id, past_year_id, level_code),
  constraint past_count_pkey PRIMARY KEY (org_id, id)
);
create table past_year (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  year text not null,
  edition_id uuid not null,
  source text not null,
  constraint past_year_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(id),
  constraint past_year_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint past_year_org_id_id_edition_id_key UNIQUE (org_id, id, edition_id),
  constraint past_year_org_id_year_key UNIQUE (org_id, year),
  constraint past_year_pkey PRIMARY KEY (org_id, id),
  constraint past_year_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500))),
  constraint past_year_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
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
create table plan_objective (
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
  benchmark_code text not null,
  text text not null,
  constraint plan_objective_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint plan_objective_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint plan_objective_org_id_id_edition_id_benchmark_code_key UNIQUE (org_id, id, edition_id, benchmark_code),
  constraint plan_objective_pkey PRIMARY KEY (org_id, id),
  constraint plan_objective_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500)))
);
create table police_profile (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  edition_label text not null,
  dated_on date not null,
  briefed_on date not null,
  briefed_roles text not null,
  constraint police_profile_briefed_roles_check CHECK (((length(briefed_roles) >= 1) AND (length(briefed_roles) <= 500))),
  constraint police_profile_check CHECK ((briefed_on >= dated_on)),
  constraint police_profile_edition_label_check CHECK (((length(edition_label) >= 1) AND (length(edition_label) <= 120))),
  constraint police_profile_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint police_profile_pkey PRIMARY KEY (org_id, id)
);
create table progress_note (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  recommendation_id uuid not null,
  dated_on date not null,
  text text not null,
  constraint progress_note_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint progress_note_org_id_recommendation_id_fkey FOREIGN KEY (org_id, recommendation_id) REFERENCES follow_up(org_id, recommendation_id),
  constraint progress_note_pkey PRIMARY KEY (org_id, id),
  constraint progress_note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
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
  withheld boolean not null default false,
  constraint recommendation_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint recommendation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint recommendation_org_id_moderation_id_edition_id_fkey FOREIGN KEY (org_id, moderation_id, edition_id) REFERENCES moderation(org_id, id, edition_id),
  constraint recommendation_pkey PRIMARY KEY (org_id, id),
  constraint recommendation_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
);
create table referral_pathway (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  number integer not null,
  in_force_on date not null,
  form_edition text not null,
  steps jsonb not null,
  safeguarding text not null,
  complaints text not null,
  change_note text not null,
  constraint referral_pathway_change_note_check CHECK (((length(change_note) >= 1) AND (length(change_note) <= 1000))),
  constraint referral_pathway_complaints_check CHECK (((length(complaints) >= 1) AND (length(complaints) <= 2000))),
  constraint referral_pathway_form_edition_check CHECK (((length(form_edition) >= 1) AND (length(form_edition) <= 200))),
  constraint referral_pathway_number_check CHECK ((number >= 1)),
  constraint referral_pathway_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint referral_pathway_org_id_number_key UNIQUE (org_id, number),
  constraint referral_pathway_pkey PRIMARY KEY (org_id, id),
  constraint referral_pathway_safeguarding_check CHECK (((length(safeguarding) >= 1) AND (length(safeguarding) <= 2000))),
  constraint referral_pathway_steps_check CHECK (((jsonb_typeof(steps) = 'array'::text) AND ((jsonb_array_length(steps) >= 1) AND (jsonb_array_length(steps) <= 12))))
);
create table reminder (
  org_id uuid not null,
  kind text not null,
  about text not null,
  day date not null,
  person_id uuid not null,
  mail_id uuid not null,
  due_on date not null,
  retention retention_class not null default 'account'::text,
  created_at timestamp with time zone not null default now(),
  constraint reminder_about_check CHECK (((length(about) >= 1) AND (length(about) <= 60))),
  constraint reminder_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint reminder_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint reminder_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id),
  constraint reminder_pkey PRIMARY KEY (org_id, kind, about, day, person_id)
);
create table reminders_off (
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
  constraint reminders_off_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint reminders_off_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id),
  constraint reminders_off_org_id_person_id_key UNIQUE (org_id, person_id),
  constraint reminders_off_pkey PRIMARY KEY (org_id, id)
);
create table reopening (
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
  submission_id uuid not null,
  reason text not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  constraint reopening_check CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  constraint reopening_check1 CHECK ((confirmed_by <> created_by)),
  constraint reopening_created_by_check CHECK ((created_by IS NOT NULL)),
  constraint reopening_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint reopening_org_id_submission_id_assessment_id_fkey FOREIGN KEY (org_id, submission_id, assessment_id) REFERENCES submission(org_id, id, assessment_id),
  constraint reopening_org_id_submission_id_key UNIQUE (org_id, submission_id),
  constraint reopening_pkey PRIMARY KEY (org_id, id),
  constraint reopening_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
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
create table retention_period (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  period retention_class not null,
  years integer not null,
  years_until_then integer not null,
  holds_from date not null,
  constraint retention_period_check CHECK (
CASE period
    WHEN 'assurance'::text THEN ((years >= 3) AND (years <= 12))
    WHEN 'evidence'::text THEN ((years >= 2) AND (years <= 12))
    WHEN 'access'::text THEN ((years >= 2) AND (years <= 12))
    WHEN 'account'::text THEN ((years >= 1) AND (years <= 3))
    ELSE false
END),
  constraint retention_period_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint retention_period_org_id_period_key UNIQUE (org_id, period),
  constraint retention_period_pkey PRIMARY KEY (org_id, id)
);
create table return_note (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  return_id uuid not null,
  written_on date not null,
  text text not null,
  constraint return_note_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint return_note_org_id_return_id_fkey FOREIGN KEY (org_id, return_id) REFERENCES risk_return(org_id, id),
  constraint return_note_pkey PRIMARY KEY (org_id, id),
  constraint return_note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
);
create table returned_risk (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  return_id uuid not null,
  quarter text not null,
  risk_id uuid not null,
  number integer not null,
  standing text not null,
  reason text,
  theme text not null,
  cause text not null,
  event text not null,
  effect text not null,
  controls text not null,
  owner_role text,
  benchmark_codes text[] not null,
  public_summary text not null,
  next_review_on date not null,
  scoring_number integer not null,
  inherent_likelihood integer not null,
  inherent_impact integer not null,
  inherent_level text not null,
  residual_likelihood integer not null,
  residual_impact integer not null,
  residual_level text not null,
  target_likelihood integer not null,
  target_impact integer not null,
  target_level text not null,
  before_likelihood integer,
  before_impact integer,
  constraint returned_risk_check CHECK (((standing <> ALL (ARRAY['rescored'::text, 'closed'::text])) OR (reason IS NOT NULL))),
  constraint returned_risk_check1 CHECK (((before_likelihood IS NULL) = (before_impact IS NULL))),
  constraint returned_risk_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint returned_risk_org_id_return_id_quarter_fkey FOREIGN KEY (org_id, return_id, quarter) REFERENCES risk_return(org_id, id, quarter),
  constraint returned_risk_org_id_return_id_risk_id_key UNIQUE (org_id, return_id, risk_id),
  constraint returned_risk_org_id_risk_id_fkey FOREIGN KEY (org_id, risk_id) REFERENCES risk(org_id, id),
  constraint returned_risk_pkey PRIMARY KEY (org_id, id),
  constraint returned_risk_standing_check CHECK ((standing = ANY (ARRAY['unchanged'::text, 'reworded'::text, 'rescored'::text, 'new'::text, 'closed'::text])))
);
create table rework (
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
  benchmark_code text,
  indicator_code text,
  person_id uuid,
  reason text not null,
  handed_in_at timestamp with time zone,
  constraint rework_check CHECK ((num_nonnulls(benchmark_code, indicator_code) = 1)),
  constraint rework_edition_id_benchmark_code_fkey FOREIGN KEY (edition_id, benchmark_code) REFERENCES benchmark(edition_id, code),
  constraint rework_edition_id_indicator_code_fkey FOREIGN KEY (edition_id, indicator_code) REFERENCES indicator(edition_id, code),
  constraint rework_org_id_assessment_id_edition_id_fkey FOREIGN KEY (org_id, assessment_id, edition_id) REFERENCES assessment(org_id, id, edition_id),
  constraint rework_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint rework_pkey PRIMARY KEY (org_id, id),
  constraint rework_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
create table risk (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  number integer not null,
  theme text not null,
  cause text not null,
  event text not null,
  effect text not null,
  controls text not null default ''::text,
  owner_role text,
  benchmark_codes text[] not null default '{}'::text[],
  public_summary text not null default ''::text,
  next_review_on date not null,
  reviewed_on date not null,
  closed_on date,
  closed_reason text,
  constraint risk_benchmark_codes_check CHECK ((cardinality(benchmark_codes) <= 20)),
  constraint risk_cause_check CHECK (((length(cause) >= 1) AND (length(cause) <= 1000))),
  constraint risk_check CHECK (((closed_on IS NULL) = (closed_reason IS NULL))),
  constraint risk_closed_reason_check CHECK (((length(closed_reason) >= 1) AND (length(closed_reason) <= 2000))),
  constraint risk_controls_check CHECK ((length(controls) <= 5000)),
  constraint risk_effect_check CHECK (((length(effect) >= 1) AND (length(effect) <= 1000))),
  constraint risk_event_check CHECK (((length(event) >= 1) AND (length(event) <= 1000))),
  constraint risk_number_check CHECK ((number >= 1)),
  constraint risk_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_org_id_number_key UNIQUE (org_id, number),
  constraint risk_owner_role_check CHECK (((length(owner_role) >= 1) AND (length(owner_role) <= 120))),
  constraint risk_pkey PRIMARY KEY (org_id, id),
  constraint risk_public_summary_check CHECK ((length(public_summary) <= 1000)),
  constraint risk_theme_check CHECK ((theme = ANY (ARRAY['premises'::text, 'services'::text, 'online'::text, 'education'::text, 'events'::text, 'workforce'::text, 'partnership'::text])))
);
create table risk_citation (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  risk_id uuid not null,
  cited_on date not null,
  body_id uuid not null,
  returned_id uuid not null,
  quarter text not null,
  number integer not null,
  constraint risk_citation_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisation(id),
  constraint risk_citation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_citation_org_id_risk_id_fkey FOREIGN KEY (org_id, risk_id) REFERENCES risk(org_id, id),
  constraint risk_citation_org_id_risk_id_returned_id_key UNIQUE (org_id, risk_id, returned_id),
  constraint risk_citation_pkey PRIMARY KEY (org_id, id)
);
create table risk_confirmation (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  return_id uuid not null,
  risk_id uuid not null,
  constraint risk_confirmation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_confirmation_org_id_return_id_fkey FOREIGN KEY (org_id, return_id) REFERENCES risk_return(org_id, id),
  constraint risk_confirmation_org_id_return_id_risk_id_key UNIQUE (org_id, return_id, risk_id),
  constraint risk_confirmation_org_id_risk_id_fkey FOREIGN KEY (org_id, risk_id) REFERENCES risk(org_id, id),
  constraint risk_confirmation_pkey PRIMARY KEY (org_id, id)
);
create table risk_event (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  title text not null,
  reach text not null,
  happened_on date not null,
  due_on date not null,
  constraint risk_event_check1 CHECK ((due_on >= happened_on)),
  constraint risk_event_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_event_pkey PRIMARY KEY (org_id, id),
  constraint risk_event_reach_check CHECK ((reach = ANY (ARRAY['national'::text, 'local'::text]))),
  constraint risk_event_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
create table risk_event_answer (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  event_org_id uuid not null,
  event_id uuid not null,
  answered_on date not null,
  changed_risks integer[] not null default '{}'::integer[],
  said text not null,
  constraint risk_event_answer_event_org_id_fkey FOREIGN KEY (event_org_id) REFERENCES organisation(id),
  constraint risk_event_answer_org_id_event_org_id_event_id_key UNIQUE (org_id, event_org_id, event_id),
  constraint risk_event_answer_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_event_answer_pkey PRIMARY KEY (org_id, id),
  constraint risk_event_answer_said_check CHECK (((length(said) >= 1) AND (length(said) <= 2000)))
);
create table risk_event_body (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  event_id uuid not null,
  body_id uuid not null,
  constraint risk_event_body_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisation(id),
  constraint risk_event_body_org_id_event_id_body_id_key UNIQUE (org_id, event_id, body_id),
  constraint risk_event_body_org_id_event_id_fkey FOREIGN KEY (org_id, event_id) REFERENCES risk_event(org_id, id),
  constraint risk_event_body_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_event_body_pkey PRIMARY KEY (org_id, id)
);
create table risk_matrix (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  number integer not null,
  agreed_on date not null,
  likelihoods text[] not null,
  impacts text[] not null,
  medium_from integer not null,
  high_from integer not null,
  very_high_from integer not null,
  constraint risk_matrix_check CHECK ((high_from > medium_from)),
  constraint risk_matrix_check1 CHECK (((very_high_from > high_from) AND (very_high_from <= 25))),
  constraint risk_matrix_impacts_check CHECK ((cardinality(impacts) = 5)),
  constraint risk_matrix_likelihoods_check CHECK ((cardinality(likelihoods) = 5)),
  constraint risk_matrix_medium_from_check CHECK ((medium_from >= 2)),
  constraint risk_matrix_number_check CHECK ((number >= 1)),
  constraint risk_matrix_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_matrix_org_id_number_key UNIQUE (org_id, number),
  constraint risk_matrix_pkey PRIMARY KEY (org_id, id)
);
create table risk_quarter (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  quarter text not null,
  opens_on date not null,
  due_on date not null,
  reminder_days integer[] not null default '{}'::integer[],
  asks_setter boolean not null default false,
  constraint risk_quarter_check CHECK ((due_on >= opens_on)),
  constraint risk_quarter_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_quarter_org_id_quarter_key UNIQUE (org_id, quarter),
  constraint risk_quarter_pkey PRIMARY KEY (org_id, id),
  constraint risk_quarter_quarter_check CHECK ((quarter ~ '^\d{4}-\d{2}-Q[1-4]$'::text)),
  constraint risk_quarter_reminder_days_check CHECK (((cardinality(reminder_days) <= 12) AND ('-60'::integer <= ALL (reminder_days)) AND (60 >= ALL (reminder_days))))
);
create table risk_reply (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  request_org_id uuid not null,
  request_id uuid not null,
  answer text not null,
  replied_on date not null,
  reason text not null,
  risk_id uuid,
  constraint risk_reply_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  constraint risk_reply_check CHECK (((answer = 'accepted'::text) = (risk_id IS NOT NULL))),
  constraint risk_reply_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_reply_org_id_request_org_id_request_id_key UNIQUE (org_id, request_org_id, request_id),
  constraint risk_reply_org_id_risk_id_fkey FOREIGN KEY (org_id, risk_id) REFERENCES risk(org_id, id),
  constraint risk_reply_pkey PRIMARY KEY (org_id, id),
  constraint risk_reply_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint risk_reply_request_org_id_fkey FOREIGN KEY (request_org_id) REFERENCES organisation(id)
);
create table risk_request (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  to_id uuid not null,
  way text not null,
  asked_on date not null,
  reason text not null,
  risk_id uuid not null,
  number integer not null,
  theme text not null,
  cause text not null,
  event text not null,
  effect text not null,
  controls text not null,
  next_review_on date not null,
  inherent_likelihood integer not null,
  inherent_impact integer not null,
  residual_likelihood integer not null,
  residual_impact integer not null,
  residual_level text not null,
  target_likelihood integer not null,
  target_impact integer not null,
  constraint risk_request_check CHECK ((to_id <> org_id)),
  constraint risk_request_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_request_org_id_risk_id_fkey FOREIGN KEY (org_id, risk_id) REFERENCES risk(org_id, id),
  constraint risk_request_pkey PRIMARY KEY (org_id, id),
  constraint risk_request_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint risk_request_to_id_fkey FOREIGN KEY (to_id) REFERENCES organisation(id),
  constraint risk_request_way_check CHECK ((way = ANY (ARRAY['up'::text, 'down'::text])))
);
create table risk_return (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  quarter text not null,
  begun_on date not null,
  due_on date,
  sent_on date,
  sent_at timestamp with time zone,
  kind text,
  nil_reason text,
  signed_role text,
  risks integer,
  frozen text,
  frozen_sha256 bytea,
  constraint risk_return_check CHECK ((frozen_sha256 = sha256(convert_to(frozen, 'UTF8'::name)))),
  constraint risk_return_check1 CHECK (((kind = 'nil'::text) = (nil_reason IS NOT NULL))),
  constraint risk_return_check2 CHECK (((kind IS DISTINCT FROM 'nil'::text) OR (risks = 0))),
  constraint risk_return_check3 CHECK ((num_nulls(sent_on, sent_at, due_on, kind, signed_role, risks, frozen, frozen_sha256) = ANY (ARRAY[0, 8]))),
  constraint risk_return_kind_check CHECK ((kind = ANY (ARRAY['log'::text, 'nil'::text]))),
  constraint risk_return_nil_reason_check CHECK (((length(nil_reason) >= 1) AND (length(nil_reason) <= 2000))),
  constraint risk_return_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_return_org_id_id_quarter_key UNIQUE (org_id, id, quarter),
  constraint risk_return_org_id_quarter_key UNIQUE (org_id, quarter),
  constraint risk_return_pkey PRIMARY KEY (org_id, id),
  constraint risk_return_quarter_check CHECK ((quarter ~ '^\d{4}-\d{2}-Q[1-4]$'::text)),
  constraint risk_return_signed_role_check CHECK (((length(signed_role) >= 1) AND (length(signed_role) <= 120)))
);
create table risk_scoring (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  risk_id uuid not null,
  number integer not null,
  matrix_org_id uuid not null,
  matrix_number integer not null,
  inherent_likelihood integer not null,
  inherent_impact integer not null,
  inherent_level text not null,
  residual_likelihood integer not null,
  residual_impact integer not null,
  residual_level text not null,
  target_likelihood integer not null,
  target_impact integer not null,
  target_level text not null,
  scored_on date not null,
  reason text,
  constraint risk_scoring_check CHECK (((number = 1) = (reason IS NULL))),
  constraint risk_scoring_check1 CHECK (((residual_likelihood * residual_impact) <= (inherent_likelihood * inherent_impact))),
  constraint risk_scoring_check2 CHECK (((target_likelihood * target_impact) <= (residual_likelihood * residual_impact))),
  constraint risk_scoring_inherent_impact_check CHECK (((inherent_impact >= 1) AND (inherent_impact <= 5))),
  constraint risk_scoring_inherent_level_check CHECK ((inherent_level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'very_high'::text]))),
  constraint risk_scoring_inherent_likelihood_check CHECK (((inherent_likelihood >= 1) AND (inherent_likelihood <= 5))),
  constraint risk_scoring_matrix_org_id_fkey FOREIGN KEY (matrix_org_id) REFERENCES organisation(id),
  constraint risk_scoring_number_check CHECK ((number >= 1)),
  constraint risk_scoring_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_scoring_org_id_risk_id_fkey FOREIGN KEY (org_id, risk_id) REFERENCES risk(org_id, id),
  constraint risk_scoring_org_id_risk_id_number_key UNIQUE (org_id, risk_id, number),
  constraint risk_scoring_pkey PRIMARY KEY (org_id, id),
  constraint risk_scoring_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint risk_scoring_residual_impact_check CHECK (((residual_impact >= 1) AND (residual_impact <= 5))),
  constraint risk_scoring_residual_level_check CHECK ((residual_level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'very_high'::text]))),
  constraint risk_scoring_residual_likelihood_check CHECK (((residual_likelihood >= 1) AND (residual_likelihood <= 5))),
  constraint risk_scoring_target_impact_check CHECK (((target_impact >= 1) AND (target_impact <= 5))),
  constraint risk_scoring_target_level_check CHECK ((target_level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'very_high'::text]))),
  constraint risk_scoring_target_likelihood_check CHECK (((target_likelihood >= 1) AND (target_likelihood <= 5)))
);
create table risk_withdrawal (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  request_id uuid not null,
  to_id uuid not null,
  withdrawn_on date not null,
  reason text not null,
  constraint risk_withdrawal_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint risk_withdrawal_org_id_request_id_fkey FOREIGN KEY (org_id, request_id) REFERENCES risk_request(org_id, id),
  constraint risk_withdrawal_org_id_request_id_key UNIQUE (org_id, request_id),
  constraint risk_withdrawal_pkey PRIMARY KEY (org_id, id),
  constraint risk_withdrawal_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint risk_withdrawal_to_id_fkey FOREIGN KEY (to_id) REFERENCES organisation(id)
);
create table sample_answer (
  org_id uuid not null,
  exercise_id uuid not null,
  "position" integer not null,
  seat text not null,
  question text not null,
  code text not null,
  reviewer_id uuid not null,
  opened boolean not null default false,
  retention retention_class not null default 'request'::text,
  constraint sample_answer_code_check CHECK ((code = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'na'::text]))),
  constraint sample_answer_org_id_exercise_id_fkey FOREIGN KEY (org_id, exercise_id) REFERENCES sample_exercise(org_id, id),
  constraint sample_answer_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sample_answer_pkey PRIMARY KEY (org_id, exercise_id, "position", seat, question),
  constraint sample_answer_seat_check CHECK ((seat = ANY (ARRAY['chair'::text, 'police'::text, 'agreed'::text])))
);
create table sample_check (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  exercise_id uuid not null,
  action_id uuid not null,
  worked text not null,
  constraint sample_check_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES action(org_id, id),
  constraint sample_check_org_id_exercise_id_action_id_key UNIQUE (org_id, exercise_id, action_id),
  constraint sample_check_org_id_exercise_id_fkey FOREIGN KEY (org_id, exercise_id) REFERENCES sample_exercise(org_id, id),
  constraint sample_check_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sample_check_pkey PRIMARY KEY (org_id, id),
  constraint sample_check_worked_check CHECK ((worked = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'too_early'::text])))
);
create table sample_draw (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL-SENSITIVE'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  exercise_id uuid not null,
  method text not null,
  chair_throws text not null,
  police_throws text not null,
  seed bytea not null,
  positions integer[] not null,
  drawn_on date not null,
  constraint sample_draw_org_id_exercise_id_fkey FOREIGN KEY (org_id, exercise_id) REFERENCES sample_exercise(org_id, id),
  constraint sample_draw_org_id_exercise_id_key UNIQUE (org_id, exercise_id),
  constraint sample_draw_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sample_draw_pkey PRIMARY KEY (org_id, id),
  constraint sample_draw_seed_check CHECK ((length(seed) = 32))
);
create table sample_exercise (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL-SENSITIVE'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  programme_id uuid not null,
  panel_id uuid not null,
  from_day date not null,
  to_day date not null,
  population integer not null,
  sample_size integer not null,
  list_used text not null,
  list_order text not null,
  custodian_role text not null,
  exclusions text not null default ''::text,
  police_count integer not null,
  bank text not null,
  question_codes text[] not null,
  repeats_id uuid,
  repeat_reason text,
  state text not null default 'planned'::text,
  frame text,
  frame_sha256 bytea,
  frozen_at timestamp with time zone,
  frozen_by uuid,
  drawn_on date,
  pairs integer[],
  answers_erased_on date,
  themes text,
  learning text,
  ended_on date,
  lapse_reason text,
  constraint sample_exercise_bank_check CHECK ((bank ~ '^\d{4}-\d+$'::text)),
  constraint sample_exercise_check CHECK ((frame_sha256 = sha256(convert_to(frame, 'UTF8'::name)))),
  constraint sample_exercise_check1 CHECK ((to_day >= from_day)),
  constraint sample_exercise_check2 CHECK ((sample_size <= population)),
  constraint sample_exercise_check3 CHECK (((repeats_id IS NULL) = (repeat_reason IS NULL))),
  constraint sample_exercise_check4 CHECK ((((frame IS NULL) = (frame_sha256 IS NULL)) AND ((frame IS NULL) = (state = 'planned'::text)) AND ((frame IS NULL) = (frozen_at IS NULL)))),
  constraint sample_exercise_check5 CHECK ((((state = 'closed'::text) = (learning IS NOT NULL)) AND ((state = 'closed'::text) = (themes IS NOT NULL)) AND ((state = 'lapsed'::text) = (lapse_reason IS NOT NULL)))),
  constraint sample_exercise_check6 CHECK ((((state = ANY (ARRAY['closed'::text, 'lapsed'::text])) = (ended_on IS NOT NULL)) AND ((state <> 'closed'::text) OR ((drawn_on IS NOT NULL) AND (answers_erased_on IS NOT NULL))))),
  constraint sample_exercise_custodian_role_check CHECK (((length(custodian_role) >= 1) AND (length(custodian_role) <= 120))),
  constraint sample_exercise_exclusions_check CHECK ((length(exclusions) <= 1000)),
  constraint sample_exercise_lapse_reason_check CHECK (((length(lapse_reason) >= 1) AND (length(lapse_reason) <= 1000))),
  constraint sample_exercise_learning_check CHECK (((length(learning) >= 1) AND (length(learning) <= 5000))),
  constraint sample_exercise_list_order_check CHECK (((length(list_order) >= 1) AND (length(list_order) <= 300))),
  constraint sample_exercise_list_used_check CHECK (((length(list_used) >= 1) AND (length(list_used) <= 300))),
  constraint sample_exercise_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sample_exercise_org_id_programme_id_fkey FOREIGN KEY (org_id, programme_id) REFERENCES sample_programme(org_id, id),
  constraint sample_exercise_pairs_check CHECK ((cardinality(pairs) = 16)),
  constraint sample_exercise_panel_id_fkey FOREIGN KEY (panel_id) REFERENCES organisation(id),
  constraint sample_exercise_pkey PRIMARY KEY (org_id, id),
  constraint sample_exercise_police_count_check CHECK (((police_count >= 0) AND (police_count <= 100000))),
  constraint sample_exercise_population_check CHECK (((population >= 1) AND (population <= 100000))),
  constraint sample_exercise_question_codes_check CHECK (((cardinality(question_codes) >= 1) AND (cardinality(question_codes) <= 20))),
  constraint sample_exercise_repeat_reason_check CHECK (((length(repeat_reason) >= 1) AND (length(repeat_reason) <= 1000))),
  constraint sample_exercise_sample_size_check CHECK (((sample_size >= 1) AND (sample_size <= 500))),
  constraint sample_exercise_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'frozen'::text, 'drawn'::text, 'closed'::text, 'lapsed'::text]))),
  constraint sample_exercise_themes_check CHECK (((length(themes) >= 1) AND (length(themes) <= 5000)))
);
create table sample_programme (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  every_months integer not null,
  purpose text not null,
  constraint sample_programme_every_months_check CHECK (((every_months >= 1) AND (every_months <= 24))),
  constraint sample_programme_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sample_programme_org_id_key UNIQUE (org_id),
  constraint sample_programme_pkey PRIMARY KEY (org_id, id),
  constraint sample_programme_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 2000)))
);
create table sample_seat (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  exercise_id uuid not null,
  seat text not null,
  body_id uuid not null,
  role text not null,
  person_id uuid,
  finished_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint sample_seat_body_id_fkey FOREIGN KEY (body_id) REFERENCES organisation(id),
  constraint sample_seat_check CHECK (((finished_at IS NULL) OR (person_id IS NOT NULL))),
  constraint sample_seat_check1 CHECK (((settled_at IS NULL) OR (finished_at IS NOT NULL))),
  constraint sample_seat_org_id_exercise_id_body_id_key UNIQUE (org_id, exercise_id, body_id),
  constraint sample_seat_org_id_exercise_id_fkey FOREIGN KEY (org_id, exercise_id) REFERENCES sample_exercise(org_id, id),
  constraint sample_seat_org_id_exercise_id_person_id_key UNIQUE (org_id, exercise_id, person_id),
  constraint sample_seat_org_id_exercise_id_seat_key UNIQUE (org_id, exercise_id, seat),
  constraint sample_seat_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sample_seat_pkey PRIMARY KEY (org_id, id),
  constraint sample_seat_role_check CHECK (((length(role) >= 1) AND (length(role) <= 120))),
  constraint sample_seat_seat_check CHECK ((seat = ANY (ARRAY['chair'::text, 'police'::text])))
);
create table sample_tally (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL-SENSITIVE'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  exercise_id uuid not null,
  question text not null,
  yes integer not null,
  partly integer not null,
  no integer not null,
  na integer not null,
  unsettled integer not null,
  constraint sample_tally_org_id_exercise_id_fkey FOREIGN KEY (org_id, exercise_id) REFERENCES sample_exercise(org_id, id),
  constraint sample_tally_org_id_exercise_id_question_key UNIQUE (org_id, exercise_id, question),
  constraint sample_tally_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sample_tally_pkey PRIMARY KEY (org_id, id)
);
create table sample_throw (
  org_id uuid not null,
  exercise_id uuid not null,
  seat text not null,
  thrown_by uuid not null,
  throws text not null,
  retention retention_class not null default 'assurance'::text,
  constraint sample_throw_org_id_exercise_id_fkey FOREIGN KEY (org_id, exercise_id) REFERENCES sample_exercise(org_id, id),
  constraint sample_throw_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sample_throw_pkey PRIMARY KEY (org_id, exercise_id, seat),
  constraint sample_throw_seat_check CHECK ((seat = ANY (ARRAY['chair'::text, 'police'::text]))),
  constraint sample_throw_throws_check CHECK ((throws ~ '^[1-6]{20}$'::text))
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
create table shared_findings (
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
  frozen text not null,
  frozen_sha256 bytea not null,
  constraint shared_findings_check CHECK ((frozen_sha256 = sha256(convert_to(frozen, 'UTF8'::name)))),
  constraint shared_findings_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint shared_findings_org_id_moderation_id_fkey FOREIGN KEY (org_id, moderation_id) REFERENCES moderation(org_id, id),
  constraint shared_findings_org_id_moderation_id_id_key UNIQUE (org_id, moderation_id, id),
  constraint shared_findings_pkey PRIMARY KEY (org_id, id)
);
create table sheet_import (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  quarter text,
  file_name text not null,
  sheet jsonb not null,
  chosen jsonb not null default '{}'::jsonb,
  retention retention_class not null default 'request'::text,
  read_at timestamp with time zone not null default now(),
  constraint sheet_import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint sheet_import_kind_check CHECK ((kind = ANY (ARRAY['risk-log'::text, 'plan'::text]))),
  constraint sheet_import_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sheet_import_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES person(org_id, id),
  constraint sheet_import_pkey PRIMARY KEY (org_id, id),
  constraint sheet_import_quarter_check CHECK ((quarter ~ '^\d{4}-\d{2}-Q[1-4]$'::text))
);
create table sign_in_guess (
  kind text not null,
  key_sha256 bytea not null,
  since timestamp with time zone not null default now(),
  guesses integer not null,
  retention retention_class not null default 'request'::text,
  constraint sign_in_guess_guesses_check CHECK ((guesses >= 0)),
  constraint sign_in_guess_kind_check CHECK ((kind = ANY (ARRAY['account'::text, 'browser'::text, 'network'::text, 'calendar'::text]))),
  constraint sign_in_guess_pkey PRIMARY KEY (kind, key_sha256)
);
create table sign_off (
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
  state_sha256 bytea not null,
  constraint sign_off_org_id_assessment_id_fkey FOREIGN KEY (org_id, assessment_id) REFERENCES assessment(org_id, id),
  constraint sign_off_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint sign_off_org_id_id_assessment_id_key UNIQUE (org_id, id, assessment_id),
  constraint sign_off_pkey PRIMARY KEY (org_id, id),
  constraint sign_off_state_sha256_check CHECK ((length(state_sha256) = 32))
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
  withheld boolean not null default false,
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
  number integer not null,
  sign_off_id uuid not null,
  constraint submission_check CHECK ((frozen_sha256 = sha256(convert_to(frozen, 'UTF8'::name)))),
  constraint submission_number_check CHECK ((number > 0)),
  constraint submission_org_id_assessment_id_number_key UNIQUE (org_id, assessment_id, number),
  constraint submission_org_id_assessment_id_year_fkey FOREIGN KEY (org_id, assessment_id, year) REFERENCES assessment(org_id, id, year),
  constraint submission_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint submission_org_id_id_assessment_id_key UNIQUE (org_id, id, assessment_id),
  constraint submission_org_id_sign_off_id_assessment_id_fkey FOREIGN KEY (org_id, sign_off_id, assessment_id) REFERENCES sign_off(org_id, id, assessment_id),
  constraint submission_org_id_sign_off_id_key UNIQUE (org_id, sign_off_id),
  constraint submission_pkey PRIMARY KEY (org_id, id)
);
create table threshold (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  below integer not null,
  constraint threshold_below_check CHECK (((below >= 5) AND (below <= 100))),
  constraint threshold_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint threshold_org_id_key UNIQUE (org_id),
  constraint threshold_pkey PRIMARY KEY (org_id, id)
);
create table venue_incident (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  site_id uuid not null,
  booking_id uuid,
  happened_on date not null,
  kind text not null,
  wrongly_allowed boolean not null default false,
  what text not null,
  learned text not null,
  constraint venue_incident_check CHECK (((NOT wrongly_allowed) OR (booking_id IS NOT NULL))),
  constraint venue_incident_kind_check CHECK ((kind = ANY (ARRAY['incident'::text, 'near_miss'::text]))),
  constraint venue_incident_learned_check CHECK (((length(learned) >= 1) AND (length(learned) <= 2000))),
  constraint venue_incident_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint venue_incident_org_id_site_id_fkey FOREIGN KEY (org_id, site_id) REFERENCES venue_site(org_id, id),
  constraint venue_incident_pkey PRIMARY KEY (org_id, id),
  constraint venue_incident_what_check CHECK (((length(what) >= 1) AND (length(what) <= 2000)))
);
create table venue_policy (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  title text not null,
  from_day date not null,
  to_day date,
  endorsed_by text,
  endorsed_on date,
  constraint venue_policy_check CHECK ((to_day >= from_day)),
  constraint venue_policy_check1 CHECK ((num_nonnulls(endorsed_by, endorsed_on) <> 1)),
  constraint venue_policy_endorsed_by_check CHECK (((length(endorsed_by) >= 1) AND (length(endorsed_by) <= 120))),
  constraint venue_policy_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint venue_policy_pkey PRIMARY KEY (org_id, id),
  constraint venue_policy_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
);
create table venue_site (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  title text not null,
  held text not null,
  department_id uuid,
  policy_id uuid,
  capacity integer not null,
  large_from integer not null,
  staff integer not null default 0,
  staff_trained integer not null default 0,
  it_filtering text not null default 'not_stated'::text,
  it_review_on date,
  wifi_filtering text not null default 'not_stated'::text,
  wifi_review_on date,
  constraint venue_site_capacity_check CHECK (((capacity >= 1) AND (capacity <= 200000))),
  constraint venue_site_check CHECK (((staff_trained >= 0) AND (staff_trained <= staff))),
  constraint venue_site_held_check CHECK ((held = ANY (ARRAY['owned'::text, 'leased_in'::text, 'leased_out'::text, 'managed_by_others'::text]))),
  constraint venue_site_it_filtering_check CHECK ((it_filtering = ANY (ARRAY['not_stated'::text, 'none_there'::text, 'filtered'::text, 'unfiltered'::text]))),
  constraint venue_site_large_from_check CHECK (((large_from >= 1) AND (large_from <= 200000))),
  constraint venue_site_org_id_department_id_fkey FOREIGN KEY (org_id, department_id) REFERENCES department(org_id, id),
  constraint venue_site_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint venue_site_org_id_policy_id_fkey FOREIGN KEY (org_id, policy_id) REFERENCES venue_policy(org_id, id),
  constraint venue_site_org_id_title_key UNIQUE (org_id, title),
  constraint venue_site_pkey PRIMARY KEY (org_id, id),
  constraint venue_site_staff_check CHECK ((staff >= 0)),
  constraint venue_site_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120))),
  constraint venue_site_wifi_filtering_check CHECK ((wifi_filtering = ANY (ARRAY['not_stated'::text, 'none_there'::text, 'filtered'::text, 'unfiltered'::text])))
);
create table visit_note (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  about_org_id uuid not null,
  year text not null,
  contact text not null,
  dated_on date not null,
  by_role text not null,
  text text not null,
  shared_at timestamp with time zone,
  constraint visit_note_about_org_id_fkey FOREIGN KEY (about_org_id) REFERENCES organisation(id),
  constraint visit_note_by_role_check CHECK (((length(by_role) >= 1) AND (length(by_role) <= 120))),
  constraint visit_note_contact_check CHECK ((contact = ANY (ARRAY['visit'::text, 'call'::text, 'meeting'::text, 'letter'::text, 'other'::text]))),
  constraint visit_note_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint visit_note_pkey PRIMARY KEY (org_id, id),
  constraint visit_note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000))),
  constraint visit_note_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);
create table year_document (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  marking marking not null default 'OFFICIAL'::text,
  retention retention_class not null default 'assurance'::text,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  year text not null,
  kind text not null,
  source text not null,
  evidence_id uuid not null,
  constraint year_document_kind_check CHECK ((kind = ANY (ARRAY['paper'::text, 'plan'::text, 'letter'::text, 'other'::text]))),
  constraint year_document_org_id_evidence_id_fkey FOREIGN KEY (org_id, evidence_id) REFERENCES evidence(org_id, id),
  constraint year_document_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisation(id),
  constraint year_document_org_id_year_evidence_id_key UNIQUE (org_id, year, evidence_id),
  constraint year_document_pkey PRIMARY KEY (org_id, id),
  constraint year_document_source_check CHECK (((length(source) >= 1) AND (length(source) <= 500))),
  constraint year_document_year_check CHECK ((year ~ '^\d{4}-\d{2}$'::text))
);

-- Indexes
CREATE INDEX access_grant_to ON public.access_grant USING btree (grantee_id, kind);
CREATE INDEX action_note_of_action ON public.action_note USING btree (org_id, action_id, dated_on);
CREATE INDEX action_of_objective ON public.action USING btree (org_id, objective_id);
CREATE INDEX amendment_of_submission ON public.amendment USING btree (org_id, submission_id);
CREATE INDEX api_token_of_account ON public.api_token USING btree (account_id);
CREATE INDEX audit_event_of_record ON public.audit_event USING btree (org_id, record_kind, record_id, seq);
CREATE INDEX booking_advice_of_booking ON public.booking_advice USING btree (org_id, booking_id);
CREATE INDEX booking_key_of_department ON public.booking_key USING btree (org_id, department_id);
CREATE INDEX booking_key_of_policy ON public.booking_key USING btree (org_id, policy_id);
CREATE INDEX booking_of_policy ON public.booking USING btree (org_id, policy_id);
CREATE INDEX booking_of_site ON public.booking USING btree (org_id, site_id);
CREATE INDEX booking_waiting ON public.booking USING btree (decide_by) WHERE (asking IS NOT NULL);
CREATE INDEX calendar_feed_of_token ON public.calendar_feed USING btree (token_sha256);
CREATE INDEX challenge_of_assessment ON public.challenge USING btree (org_id, assessment_id);
CREATE INDEX channel_presence_of_seat ON public.channel_presence USING btree (org_id, seat_id);
CREATE INDEX chase_about ON public.chase USING btree (org_id, about_id, quarter);
CREATE INDEX chase_of_body ON public.chase USING btree (about_id, quarter);
CREATE INDEX comment_of_assessment ON public.comment USING btree (org_id, assessment_id);
CREATE INDEX committee_meeting_due ON public.committee_meeting USING btree (papers_due_on) WHERE (sent_on IS NULL);
CREATE INDEX disposal_of_day ON public.disposal USING btree (org_id, disposed_on DESC);
CREATE INDEX evidence_use_of_evidence ON public.evidence_use USING btree (org_id, evidence_id);
CREATE INDEX follow_up_due ON public.follow_up USING btree (due_on) WHERE (state <> 'closed'::text);
CREATE INDEX issued_pack_of_assessment ON public.issued_pack USING btree (org_id, assessment_id, id);
CREATE INDEX kept_form_of_account ON public.kept_form USING btree (account_id, kept_at);
CREATE INDEX key_holder_of_department ON public.key_holder USING btree (org_id, department_id);
CREATE INDEX key_holder_of_person ON public.key_holder USING btree (org_id, person_id);
CREATE INDEX known_browser_of_account ON public.known_browser USING btree (account_id);
CREATE INDEX one_time_link_of_account ON public.one_time_link USING btree (account_id);
CREATE INDEX organisation_closure_of_descendant ON public.organisation_closure USING btree (descendant_id, ancestor_id);
CREATE INDEX outgoing_mail_unsent ON public.outgoing_mail USING btree (org_id) WHERE (sent_at IS NULL);
CREATE INDEX outgoing_mail_waiting ON public.outgoing_mail USING btree (next_try_at, id) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL));
CREATE INDEX person_of_account ON public.person USING btree (account_id);
CREATE INDEX progress_note_of_recommendation ON public.progress_note USING btree (org_id, recommendation_id, dated_on);
CREATE INDEX recommendation_of_moderation ON public.recommendation USING btree (org_id, moderation_id, "position");
CREATE INDEX return_note_of_return ON public.return_note USING btree (org_id, return_id);
CREATE INDEX returned_risk_of_quarter ON public.returned_risk USING btree (org_id, quarter);
CREATE INDEX returned_risk_of_risk ON public.returned_risk USING btree (org_id, risk_id, quarter);
CREATE INDEX risk_confirmation_of_risk ON public.risk_confirmation USING btree (org_id, risk_id);
CREATE INDEX risk_open ON public.risk USING btree (org_id) WHERE (closed_on IS NULL);
CREATE INDEX risk_reply_of_risk ON public.risk_reply USING btree (org_id, risk_id);
CREATE INDEX risk_reply_to ON public.risk_reply USING btree (request_org_id, request_id);
CREATE INDEX risk_request_of_risk ON public.risk_request USING btree (org_id, risk_id);
CREATE INDEX risk_request_to ON public.risk_request USING btree (to_id);
CREATE INDEX risk_withdrawal_to ON public.risk_withdrawal USING btree (to_id);
CREATE INDEX session_of_account ON public.session USING btree (account_id);
CREATE INDEX shared_findings_of_moderation ON public.shared_findings USING btree (org_id, moderation_id, created_at);
CREATE INDEX sign_off_of_assessment ON public.sign_off USING btree (org_id, assessment_id);
CREATE INDEX strength_of_moderation ON public.strength USING btree (org_id, moderation_id, "position");
CREATE INDEX submission_of_year ON public.submission USING btree (org_id, year);
CREATE INDEX venue_incident_of_booking ON public.venue_incident USING btree (org_id, booking_id);
CREATE INDEX venue_incident_of_site ON public.venue_incident USING btree (org_id, site_id);
CREATE INDEX venue_site_of_policy ON public.venue_site USING btree (org_id, policy_id);
CREATE INDEX visit_note_about ON public.visit_note USING btree (about_org_id, year);
CREATE INDEX year_document_of_evidence ON public.year_document USING btree (org_id, evidence_id);
CREATE UNIQUE INDEX action_of_recommendation ON public.action USING btree (org_id, origin_id) WHERE ((origin = 'recommendation'::text) AND (origin_id IS NOT NULL));
CREATE UNIQUE INDEX channel_seat_open ON public.channel_seat USING btree (org_id, lower(agency), lower(role)) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX public_release_standing ON public.public_release USING btree (org_id, assessment_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX rework_open ON public.rework USING btree (org_id, assessment_id, benchmark_code, indicator_code) NULLS NOT DISTINCT WHERE (handed_in_at IS NULL);

-- Views
create view due_item with (security_invoker=true) as
 SELECT m.org_id,
    'paper'::text AS kind,
    (m.id)::text AS about,
    m.papers_due_on AS due_on,
    m.committee AS title,
    m.year,
    (m.marking)::text AS marking,
    m.changed_at,
    NULL::integer[] AS reminder_days
   FROM committee_meeting m
  WHERE (m.sent_on IS NULL)
UNION ALL
 SELECT m.org_id,
    'meeting'::text AS kind,
    (m.id)::text AS about,
    m.meets_on AS due_on,
    m.committee AS title,
    m.year,
    (m.marking)::text AS marking,
    m.changed_at,
    NULL::integer[] AS reminder_days
   FROM committee_meeting m
UNION ALL
 SELECT f.org_id,
    'recommendation'::text AS kind,
    (f.recommendation_id)::text AS about,
    f.due_on,
    COALESCE(r.benchmark_code, ''::text) AS title,
    a.year,
        CASE
            WHEN (('OFFICIAL-SENSITIVE'::text = (f.marking)::text) OR ('OFFICIAL-SENSITIVE'::text = (r.marking)::text)) THEN 'OFFICIAL-SENSITIVE'::text
            ELSE 'OFFICIAL'::text
        END AS marking,
    f.changed_at,
    NULL::integer[] AS reminder_days
   FROM (((follow_up f
     JOIN recommendation r ON (((r.org_id = f.org_id) AND (r.id = f.recommendation_id))))
     JOIN moderation o ON (((o.org_id = r.org_id) AND (o.id = r.moderation_id))))
     JOIN assessment a ON (((a.org_id = o.org_id) AND (a.id = o.assessment_id))))
  WHERE ((f.state <> 'closed'::text) AND (f.due_on IS NOT NULL))
UNION ALL
 SELECT b.org_id,
    'return'::text AS kind,
    q.quarter AS about,
    q.due_on,
    q.quarter AS title,
    "left"(q.quarter, 7) AS year,
    'OFFICIAL'::text AS marking,
    q.changed_at,
        CASE
            WHEN ((0 = ANY (q.reminder_days)) OR (q.reminder_days = '{}'::integer[])) THEN q.reminder_days
            ELSE (q.reminder_days || 0)
        END AS reminder_days
   FROM (risk_quarter q
     JOIN ( SELECT organisation.id AS setter_id,
            organisation.id AS org_id,
            0 AS depth,
            '-infinity'::date AS from_day,
            'infinity'::date AS to_day
           FROM organisation
        UNION ALL
         SELECT organisation_closure.ancestor_id,
            organisation_closure.descendant_id,
            organisation_closure.depth,
            organisation_closure.from_day,
            organisation_closure.to_day
           FROM organisation_closure) b ON (((b.setter_id = q.org_id) AND (b.from_day <= CURRENT_DATE) AND (CURRENT_DATE < b.to_day))))
  WHERE (((b.depth > 0) OR q.asks_setter OR (NOT (b.org_id IN ( SELECT u.ancestor_id
           FROM organisation_closure u
          WHERE ((u.from_day <= CURRENT_DATE) AND (CURRENT_DATE < u.to_day)))))) AND (NOT (EXISTS ( SELECT
           FROM (organisation_closure h
             JOIN risk_quarter hq ON (((hq.org_id = h.ancestor_id) AND (hq.quarter = q.quarter))))
          WHERE ((h.descendant_id = b.org_id) AND (h.depth > b.depth) AND (h.from_day <= CURRENT_DATE) AND (CURRENT_DATE < h.to_day))))) AND (NOT (EXISTS ( SELECT
           FROM risk_return r
          WHERE ((r.org_id = b.org_id) AND (r.quarter = q.quarter) AND (r.sent_at IS NOT NULL))))))
UNION ALL
 SELECT b.org_id,
    'booking'::text AS kind,
    (b.id)::text AS about,
    b.decide_by AS due_on,
    ''::text AS title,
    financial_year(b.event_on) AS year,
    (b.marking)::text AS marking,
    b.changed_at,
    NULL::integer[] AS reminder_days
   FROM booking b
  WHERE ((b.asking IS NOT NULL) AND (b.event_on >= CURRENT_DATE))
UNION ALL
 SELECT m.org_id,
    'panel_meeting'::text AS kind,
    (m.id)::text AS about,
    m.meets_on AS due_on,
    ''::text AS title,
    financial_year(m.meets_on) AS year,
    (m.marking)::text AS marking,
    m.changed_at,
    NULL::integer[] AS reminder_days
   FROM (channel_panel p
     JOIN channel_meeting m ON ((m.org_id = p.org_id)))
  WHERE (p.run_here AND (m.held IS DISTINCT FROM false))
UNION ALL
 SELECT a.org_id,
    'agreement'::text AS kind,
    (a.id)::text AS about,
    a.expires_on AS due_on,
    ''::text AS title,
    financial_year(a.expires_on) AS year,
    (a.marking)::text AS marking,
    a.changed_at,
    NULL::integer[] AS reminder_days
   FROM (channel_panel p
     JOIN ( SELECT DISTINCT ON (channel_agreement.org_id) channel_agreement.org_id,
            channel_agreement.id,
            channel_agreement.version,
            channel_agreement.marking,
            channel_agreement.retention,
            channel_agreement.created_at,
            channel_agreement.created_by,
            channel_agreement.changed_at,
            channel_agreement.changed_by,
            channel_agreement.agreed_on,
            channel_agreement.expires_on
           FROM channel_agreement
          ORDER BY channel_agreement.org_id, channel_agreement.created_at DESC, channel_agreement.id DESC) a ON ((a.org_id = p.org_id)))
  WHERE p.run_here
UNION ALL
 SELECT c.org_id,
    'training'::text AS kind,
    (c.id)::text AS about,
    c.training_due_on AS due_on,
    c.office AS title,
    financial_year(c.training_due_on) AS year,
    (c.marking)::text AS marking,
    c.changed_at,
    NULL::integer[] AS reminder_days
   FROM (channel_panel p
     JOIN ( SELECT DISTINCT ON (channel_office.org_id, channel_office.office) channel_office.org_id,
            channel_office.id,
            channel_office.version,
            channel_office.marking,
            channel_office.retention,
            channel_office.created_at,
            channel_office.created_by,
            channel_office.changed_at,
            channel_office.changed_by,
            channel_office.office,
            channel_office.role,
            channel_office.appointed_on,
            channel_office.trained_on,
            channel_office.training_due_on
           FROM channel_office
          ORDER BY channel_office.org_id, channel_office.office, channel_office.created_at DESC, channel_office.id DESC) c ON ((c.org_id = p.org_id)))
  WHERE (p.run_here AND (c.training_due_on IS NOT NULL))
UNION ALL
 SELECT s.org_id,
    'statement'::text AS kind,
    (s.id)::text AS about,
    s.due_on,
    ''::text AS title,
    s.year,
    (s.marking)::text AS marking,
    s.changed_at,
    NULL::integer[] AS reminder_days
   FROM (channel_panel p
     JOIN channel_statement s ON ((s.org_id = p.org_id)))
  WHERE (p.run_here AND (s.signed_on IS NULL) AND (s.due_on IS NOT NULL))
UNION ALL
 SELECT v.org_id,
    'filtering'::text AS kind,
    (v.id)::text AS about,
    v.review_on AS due_on,
    v.title,
    financial_year(v.review_on) AS year,
    (v.marking)::text AS marking,
    v.changed_at,
    NULL::integer[] AS reminder_days
   FROM ( SELECT venue_site.org_id,
            venue_site.id,
            venue_site.version,
            venue_site.marking,
            venue_site.retention,
            venue_site.created_at,
            venue_site.created_by,
            venue_site.changed_at,
            venue_site.changed_by,
            venue_site.title,
            venue_site.held,
            venue_site.department_id,
            venue_site.policy_id,
            venue_site.capacity,
            venue_site.large_from,
            venue_site.staff,
            venue_site.staff_trained,
            venue_site.it_filtering,
            venue_site.it_review_on,
            venue_site.wifi_filtering,
            venue_site.wifi_review_on,
            LEAST(
                CASE venue_site.it_filtering
                    WHEN 'filtered'::text THEN venue_site.it_review_on
                    ELSE NULL::date
                END,
                CASE venue_site.wifi_filtering
                    WHEN 'filtered'::text THEN venue_site.wifi_review_on
                    ELSE NULL::date
                END) AS review_on
           FROM venue_site) v
  WHERE (v.review_on IS NOT NULL)
UNION ALL
 SELECT k.org_id,
    'partner_check'::text AS kind,
    (k.id)::text AS about,
    k.next_on AS due_on,
    ''::text AS title,
    financial_year(k.next_on) AS year,
    (k.marking)::text AS marking,
    k.changed_at,
    NULL::integer[] AS reminder_days
   FROM ( SELECT DISTINCT ON (partner_check.org_id, (lower(partner_check.partner))) partner_check.org_id,
            partner_check.id,
            partner_check.version,
            partner_check.marking,
            partner_check.retention,
            partner_check.created_at,
            partner_check.created_by,
            partner_check.changed_at,
            partner_check.changed_by,
            partner_check.partner,
            partner_check.relation,
            partner_check.checked_on,
            partner_check.found,
            partner_check.next_on,
            partner_check.said
           FROM partner_check
          ORDER BY partner_check.org_id, (lower(partner_check.partner)), partner_check.checked_on DESC, partner_check.id DESC) k
  WHERE ((k.next_on IS NOT NULL) AND (k.found <> 'ended'::text));

-- Row-level security
alter table access_grant enable row level security, force row level security;
alter table account disable row level security, no force row level security;
alter table action enable row level security, force row level security;
alter table action_evidence enable row level security, force row level security;
alter table action_note enable row level security, force row level security;
alter table amendment enable row level security, force row level security;
alter table answer enable row level security, force row level security;
alter table api_token disable row level security, no force row level security;
alter table assessment enable row level security, force row level security;
alter table assessment_writer enable row level security, force row level security;
alter table assignment enable row level security, force row level security;
alter table audit_event enable row level security, force row level security;
alter table audit_head enable row level security, force row level security;
alter table audit_text enable row level security, force row level security;
alter table benchmark disable row level security, no force row level security;
alter table booking enable row level security, force row level security;
alter table booking_advice enable row level security, force row level security;
alter table booking_check enable row level security, force row level security;
alter table booking_correction enable row level security, force row level security;
alter table booking_key enable row level security, force row level security;
alter table booking_review enable row level security, force row level security;
alter table calendar_feed enable row level security, force row level security;
alter table challenge enable row level security, force row level security;
alter table challenge_reply enable row level security, force row level security;
alter table channel_agreement enable row level security, force row level security;
alter table channel_control enable row level security, force row level security;
alter table channel_meeting enable row level security, force row level security;
alter table channel_office enable row level security, force row level security;
alter table channel_panel enable row level security, force row level security;
alter table channel_presence enable row level security, force row level security;
alter table channel_reviews enable row level security, force row level security;
alter table channel_seat enable row level security, force row level security;
alter table channel_statement enable row level security, force row level security;
alter table chase enable row level security, force row level security;
alter table column_match enable row level security, force row level security;
alter table comment enable row level security, force row level security;
alter table committee_meeting enable row level security, force row level security;
alter table control_area disable row level security, no force row level security;
alter table control_option disable row level security, no force row level security;
alter table cover enable row level security, force row level security;
alter table department enable row level security, force row level security;
alter table disposal enable row level security, force row level security;
alter table draft enable row level security, force row level security;
alter table edition disable row level security, no force row level security;
alter table edition_draft disable row level security, no force row level security;
alter table edition_keeper disable row level security, no force row level security;
alter table evidence enable row level security, force row level security;
alter table evidence_use enable row level security, force row level security;
alter table exemption enable row level security, force row level security;
alter table findings_reply enable row level security, force row level security;
alter table follow_up enable row level security, force row level security;
alter table follow_up_evidence enable row level security, force row level security;
alter table indicator disable row level security, no force row level security;
alter table installation disable row level security, no force row level security;
alter table issued_pack enable row level security, force row level security;
alter table kept_form disable row level security, no force row level security;
alter table key_holder enable row level security, force row level security;
alter table known_browser disable row level security, no force row level security;
alter table look enable row level security, force row level security;
alter table look_file enable row level security, force row level security;
alter table membership enable row level security, force row level security;
alter table migration disable row level security, no force row level security;
alter table moderation enable row level security, force row level security;
alter table one_time_link disable row level security, no force row level security;
alter table organisation disable row level security, no force row level security;
alter table organisation_closure disable row level security, no force row level security;
alter table organisation_link disable row level security, no force row level security;
alter table organisation_succession disable row level security, no force row level security;
alter table outcome enable row level security, force row level security;
alter table outgoing_mail enable row level security, force row level security;
alter table paper_text enable row level security, force row level security;
alter table partner_check enable row level security, force row level security;
alter table past_count enable row level security, force row level security;
alter table past_year enable row level security, force row level security;
alter table person enable row level security, force row level security;
alter table plan_objective enable row level security, force row level security;
alter table police_profile enable row level security, force row level security;
alter table progress_note enable row level security, force row level security;
alter table public_release enable row level security, force row level security;
alter table publication enable row level security, force row level security;
alter table rating enable row level security, force row level security;
alter table recommendation enable row level security, force row level security;
alter table referral_pathway enable row level security, force row level security;
alter table reminder enable row level security, force row level security;
alter table reminders_off enable row level security, force row level security;
alter table reopening enable row level security, force row level security;
alter table request_key enable row level security, force row level security;
alter table retention_period enable row level security, force row level security;
alter table return_note enable row level security, force row level security;
alter table returned_risk enable row level security, force row level security;
alter table rework enable row level security, force row level security;
alter table risk enable row level security, force row level security;
alter table risk_citation enable row level security, force row level security;
alter table risk_confirmation enable row level security, force row level security;
alter table risk_event enable row level security, force row level security;
alter table risk_event_answer enable row level security, force row level security;
alter table risk_event_body enable row level security, force row level security;
alter table risk_matrix enable row level security, force row level security;
alter table risk_quarter enable row level security, force row level security;
alter table risk_reply enable row level security, force row level security;
alter table risk_request enable row level security, force row level security;
alter table risk_return enable row level security, force row level security;
alter table risk_scoring enable row level security, force row level security;
alter table risk_withdrawal enable row level security, force row level security;
alter table sample_answer enable row level security, force row level security;
alter table sample_check enable row level security, force row level security;
alter table sample_draw enable row level security, force row level security;
alter table sample_exercise enable row level security, force row level security;
alter table sample_programme enable row level security, force row level security;
alter table sample_seat enable row level security, force row level security;
alter table sample_tally enable row level security, force row level security;
alter table sample_throw enable row level security, force row level security;
alter table scale_level disable row level security, no force row level security;
alter table session disable row level security, no force row level security;
alter table shared_findings enable row level security, force row level security;
alter table sheet_import enable row level security, force row level security;
alter table sign_in_guess disable row level security, no force row level security;
alter table sign_off enable row level security, force row level security;
alter table strength enable row level security, force row level security;
alter table submission enable row level security, force row level security;
alter table threshold enable row level security, force row level security;
alter table venue_incident enable row level security, force row level security;
alter table venue_policy enable row level security, force row level security;
alter table venue_site enable row level security, force row level security;
alter table visit_note enable row level security, force row level security;
alter table year_document enable row level security, force row level security;

-- Policies
create policy own on access_grant for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on access_grant for all to dueregard_owner using true with check true;
create policy own on action for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner on action for select to dueregard_grant using ((owner_id = scope_organisation()) AND (id = ANY (scope_granted_records('action'::text))));
create policy owner_all on action for all to dueregard_owner using true with check true;
create policy tree on action for select to dueregard_tree using (org_id = ANY (scope_tree()));
create policy own on action_evidence for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on action_evidence for all to dueregard_owner using true with check true;
create policy own on action_note for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_adds on action_note for insert to dueregard_grant with check (action_id = ANY (scope_granted_records('action'::text)));
create policy owner_all on action_note for all to dueregard_owner using true with check true;
create policy owner_reads on action_note for select to dueregard_grant using (action_id = ANY (scope_granted_records('action'::text)));
create policy tree on action_note for select to dueregard_tree using (org_id = ANY (scope_tree()));
create policy granted on amendment for select to dueregard_grant using ((org_id = ANY (scope_granted('moderation'::text))) AND (confirmed_at IS NOT NULL));
create policy "national" on amendment for select to dueregard_national using (scope_is_national() AND (confirmed_at IS NOT NULL));
create policy own on amendment for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on amendment for all to dueregard_owner using true with check true;
create policy tree on amendment for select to dueregard_tree using ((org_id = ANY (scope_tree())) AND (confirmed_at IS NOT NULL));
create policy own on answer for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on answer for all to dueregard_owner using true with check true;
create policy part_add on answer for insert to dueregard_grant with check (((((org_id || '/'::text) || assessment_id) || '/'::text) || indicator_code) = ANY (scope_written_parts()));
create policy part_change on answer for update to dueregard_grant using (((((org_id || '/'::text) || assessment_id) || '/'::text) || indicator_code) = ANY (scope_written_parts())) with check (((((org_id || '/'::text) || assessment_id) || '/'::text) || indicator_code) = ANY (scope_written_parts()));
create policy part_read on answer for select to dueregard_grant using (((((org_id || '/'::text) || assessment_id) || '/'::text) || indicator_code) = ANY (scope_parts()));
create policy granted on assessment for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on assessment for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on assessment for all to dueregard_owner using true with check true;
create policy own on assessment_writer for select to dueregard_own using (org_id = scope_organisation());
create policy owner_all on assessment_writer for all to dueregard_owner using true with check true;
create policy own on assignment for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on assignment for all to dueregard_owner using true with check true;
create policy own on audit_event for select to dueregard_own using (org_id = scope_organisation());
create policy owner_all on audit_event for all to dueregard_owner using true with check true;
create policy own on audit_head for select to dueregard_own using (org_id = scope_organisation());
create policy owner_all on audit_head for all to dueregard_owner using true with check true;
create policy own on audit_text for select to dueregard_own using (org_id = scope_organisation());
create policy owner_all on audit_text for all to dueregard_owner using true with check true;
create policy own on booking for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on booking for all to dueregard_owner using true with check true;
create policy own on booking_advice for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on booking_advice for all to dueregard_owner using true with check true;
create policy own on booking_check for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on booking_check for all to dueregard_owner using true with check true;
create policy own on booking_correction for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on booking_correction for all to dueregard_owner using true with check true;
create policy own on booking_key for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on booking_key for all to dueregard_owner using true with check true;
create policy own on booking_review for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on booking_review for all to dueregard_owner using true with check true;
create policy own on calendar_feed for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on calendar_feed for all to dueregard_owner using true with check true;
create policy own on challenge for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on challenge for all to dueregard_owner using true with check true;
create policy own on challenge_reply for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on challenge_reply for all to dueregard_owner using true with check true;
create policy own on channel_agreement for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on channel_agreement for all to dueregard_owner using true with check true;
create policy shared on channel_agreement for select to dueregard_grant using (org_id = ANY (scope_granted('channel'::text)));
create policy own on channel_control for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on channel_control for all to dueregard_owner using true with check true;
create policy own on channel_meeting for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on channel_meeting for all to dueregard_owner using true with check true;
create policy shared on channel_meeting for select to dueregard_grant using (org_id = ANY (scope_granted('channel'::text)));
create policy own on channel_office for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on channel_office for all to dueregard_owner using true with check true;
create policy shared on channel_office for select to dueregard_grant using (org_id = ANY (scope_granted('channel'::text)));
create policy own on channel_panel for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on channel_panel for all to dueregard_owner using true with check true;
create policy shared on channel_panel for select to dueregard_grant using (org_id = ANY (scope_granted('channel'::text)));
create policy own on channel_presence for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on channel_presence for all to dueregard_owner using true with check true;
create policy shared on channel_presence for select to dueregard_grant using (org_id = ANY (scope_granted('channel'::text)));
create policy own on channel_reviews for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on channel_reviews for all to dueregard_owner using true with check true;
create policy own on channel_seat for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on channel_seat for all to dueregard_owner using true with check true;
create policy shared on channel_seat for select to dueregard_grant using (org_id = ANY (scope_granted('channel'::text)));
create policy own on channel_statement for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on channel_statement for all to dueregard_owner using true with check true;
create policy shared on channel_statement for select to dueregard_grant using ((org_id = ANY (scope_granted('channel'::text))) AND (signed_off_at IS NOT NULL));
create policy about_us on chase for select to dueregard_own using (about_id = scope_organisation());
create policy own on chase for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on chase for all to dueregard_owner using true with check true;
create policy own on column_match for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on column_match for all to dueregard_owner using true with check true;
create policy own on comment for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on comment for all to dueregard_owner using true with check true;
create policy own on committee_meeting for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on committee_meeting for all to dueregard_owner using true with check true;
create policy own on cover for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on cover for all to dueregard_owner using true with check true;
create policy own on department for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on department for all to dueregard_owner using true with check true;
create policy own on disposal for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on disposal for all to dueregard_owner using true with check true;
create policy own on draft for all to dueregard_own using ((org_id = scope_organisation()) AND (person_id = scope_person())) with check ((org_id = scope_organisation()) AND (person_id = scope_person()));
create policy owner_all on draft for all to dueregard_owner using true with check true;
create policy granted on evidence for select to dueregard_grant using ((org_id = ANY (scope_granted('moderation'::text))) AND (released_at IS NOT NULL));
create policy own on evidence for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on evidence for all to dueregard_owner using true with check true;
create policy own on evidence_use for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on evidence_use for all to dueregard_owner using true with check true;
create policy granted on exemption for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on exemption for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on exemption for all to dueregard_owner using true with check true;
create policy granted on findings_reply for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on findings_reply for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on findings_reply for all to dueregard_owner using true with check true;
create policy granted on follow_up for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on follow_up for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on follow_up for all to dueregard_owner using true with check true;
create policy tree on follow_up for select to dueregard_tree using (org_id = ANY (scope_tree()));
create policy own on follow_up_evidence for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on follow_up_evidence for all to dueregard_owner using true with check true;
create policy own on issued_pack for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on issued_pack for all to dueregard_owner using true with check true;
create policy own on key_holder for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on key_holder for all to dueregard_owner using true with check true;
create policy granted on look for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on look for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on look for all to dueregard_owner using true with check true;
create policy granted on look_file for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on look_file for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on look_file for all to dueregard_owner using true with check true;
create policy own on membership for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on membership for all to dueregard_owner using true with check true;
create policy granted on moderation for all to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text))) with check (org_id = ANY (scope_granted('moderation'::text)));
create policy own on moderation for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on moderation for all to dueregard_owner using true with check true;
create policy granted on outcome for all to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text))) with check (org_id = ANY (scope_granted('moderation'::text)));
create policy own on outcome for all to dueregard_own using ((org_id = scope_organisation()) AND (NOT withheld)) with check (org_id = scope_organisation());
create policy owner_all on outcome for all to dueregard_owner using true with check true;
create policy own on outgoing_mail for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on outgoing_mail for all to dueregard_owner using true with check true;
create policy posted on outgoing_mail for all to dueregard_accounts using true with check true;
create policy granted on paper_text for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on paper_text for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on paper_text for all to dueregard_owner using true with check true;
create policy own on partner_check for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on partner_check for all to dueregard_owner using true with check true;
create policy own on past_count for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on past_count for all to dueregard_owner using true with check true;
create policy own on past_year for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on past_year for all to dueregard_owner using true with check true;
create policy own on person for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on person for all to dueregard_owner using true with check true;
create policy own on plan_objective for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on plan_objective for all to dueregard_owner using true with check true;
create policy tree on plan_objective for select to dueregard_tree using (org_id = ANY (scope_tree()));
create policy own on police_profile for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on police_profile for all to dueregard_owner using true with check true;
create policy own on progress_note for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on progress_note for all to dueregard_owner using true with check true;
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
create policy own on recommendation for all to dueregard_own using ((org_id = scope_organisation()) AND (NOT withheld)) with check (org_id = scope_organisation());
create policy owner_all on recommendation for all to dueregard_owner using true with check true;
create policy own on referral_pathway for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on referral_pathway for all to dueregard_owner using true with check true;
create policy own on reminder for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on reminder for all to dueregard_owner using true with check true;
create policy own on reminders_off for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on reminders_off for all to dueregard_owner using true with check true;
create policy own on reopening for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on reopening for all to dueregard_owner using true with check true;
create policy granted on request_key for all to dueregard_grant using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy own on request_key for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on request_key for all to dueregard_owner using true with check true;
create policy own on retention_period for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on retention_period for all to dueregard_owner using true with check true;
create policy own on return_note for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on return_note for all to dueregard_owner using true with check true;
create policy tree on return_note for select to dueregard_tree using (org_id = ANY (scope_tree()));
create policy own on returned_risk for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on returned_risk for all to dueregard_owner using true with check true;
create policy tree on returned_risk for select to dueregard_tree using (org_id = ANY (scope_tree()));
create policy own on rework for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on rework for all to dueregard_owner using true with check true;
create policy own on risk for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk for all to dueregard_owner using true with check true;
create policy own on risk_citation for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_citation for all to dueregard_owner using true with check true;
create policy own on risk_confirmation for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_confirmation for all to dueregard_owner using true with check true;
create policy own on risk_event for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_event for all to dueregard_owner using true with check true;
create policy set_above on risk_event for select to dueregard_own using (org_id = ANY (scope_above()));
create policy own on risk_event_answer for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_event_answer for all to dueregard_owner using true with check true;
create policy tree on risk_event_answer for select to dueregard_tree using (org_id = ANY (scope_tree()));
create policy own on risk_event_body for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_event_body for all to dueregard_owner using true with check true;
create policy set_above on risk_event_body for select to dueregard_own using (org_id = ANY (scope_above()));
create policy own on risk_matrix for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_matrix for all to dueregard_owner using true with check true;
create policy set_above on risk_matrix for select to dueregard_own using (org_id = ANY (scope_above()));
create policy own on risk_quarter for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_quarter for all to dueregard_owner using true with check true;
create policy set_above on risk_quarter for select to dueregard_own using (org_id = ANY (scope_above()));
create policy answered_to_us on risk_reply for select to dueregard_own using (request_org_id = scope_organisation());
create policy own on risk_reply for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_reply for all to dueregard_owner using true with check true;
create policy asked_of_us on risk_request for select to dueregard_own using (to_id = scope_organisation());
create policy own on risk_request for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_request for all to dueregard_owner using true with check true;
create policy own on risk_return for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_return for all to dueregard_owner using true with check true;
create policy tree on risk_return for select to dueregard_tree using ((org_id = ANY (scope_tree())) AND (sent_at IS NOT NULL));
create policy own on risk_scoring for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_scoring for all to dueregard_owner using true with check true;
create policy own on risk_withdrawal for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on risk_withdrawal for all to dueregard_owner using true with check true;
create policy withdrawn_to_us on risk_withdrawal for select to dueregard_own using (to_id = scope_organisation());
create policy own on sample_answer for all to dueregard_own using ((org_id = scope_organisation()) AND (opened OR (reviewer_id = scope_person()))) with check ((org_id = scope_organisation()) AND (reviewer_id = scope_person()));
create policy owner_all on sample_answer for all to dueregard_owner using true with check true;
create policy reviewer on sample_answer for all to dueregard_grant using ((exercise_id = ANY (scope_granted_records('sample'::text))) AND (opened OR (reviewer_id = scope_person()))) with check ((exercise_id = ANY (scope_granted_records('sample'::text))) AND (reviewer_id = scope_person()));
create policy own on sample_check for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on sample_check for all to dueregard_owner using true with check true;
create policy own on sample_draw for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on sample_draw for all to dueregard_owner using true with check true;
create policy reviewer on sample_draw for select to dueregard_grant using (exercise_id = ANY (scope_granted_records('sample'::text)));
create policy reviewer_draws on sample_draw for insert to dueregard_grant with check (exercise_id = ANY (scope_granted_records('sample'::text)));
create policy own on sample_exercise for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on sample_exercise for all to dueregard_owner using true with check true;
create policy reviewer on sample_exercise for select to dueregard_grant using (id = ANY (scope_granted_records('sample'::text)));
create policy own on sample_programme for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on sample_programme for all to dueregard_owner using true with check true;
create policy own on sample_seat for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on sample_seat for all to dueregard_owner using true with check true;
create policy reviewer on sample_seat for select to dueregard_grant using (exercise_id = ANY (scope_granted_records('sample'::text)));
create policy reviewer_takes on sample_seat for update to dueregard_grant using ((exercise_id = ANY (scope_granted_records('sample'::text))) AND (body_id = scope_organisation()));
create policy own on sample_tally for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on sample_tally for all to dueregard_owner using true with check true;
create policy reviewer on sample_tally for select to dueregard_grant using (exercise_id = ANY (scope_granted_records('sample'::text)));
create policy own on sample_throw for all to dueregard_own using ((org_id = scope_organisation()) AND (thrown_by = scope_person())) with check ((org_id = scope_organisation()) AND (thrown_by = scope_person()));
create policy owner_all on sample_throw for all to dueregard_owner using true with check true;
create policy reviewer on sample_throw for all to dueregard_grant using ((exercise_id = ANY (scope_granted_records('sample'::text))) AND (thrown_by = scope_person())) with check ((exercise_id = ANY (scope_granted_records('sample'::text))) AND (thrown_by = scope_person()));
create policy granted on shared_findings for all to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text))) with check (org_id = ANY (scope_granted('moderation'::text)));
create policy own on shared_findings for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on shared_findings for all to dueregard_owner using true with check true;
create policy own on sheet_import for all to dueregard_own using ((org_id = scope_organisation()) AND (person_id = scope_person())) with check ((org_id = scope_organisation()) AND (person_id = scope_person()));
create policy owner_all on sheet_import for all to dueregard_owner using true with check true;
create policy own on sign_off for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on sign_off for all to dueregard_owner using true with check true;
create policy granted on strength for all to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text))) with check (org_id = ANY (scope_granted('moderation'::text)));
create policy own on strength for all to dueregard_own using ((org_id = scope_organisation()) AND (NOT withheld)) with check (org_id = scope_organisation());
create policy owner_all on strength for all to dueregard_owner using true with check true;
create policy granted on submission for select to dueregard_grant using ((org_id = ANY (scope_granted('moderation'::text))) OR (id = ANY (scope_granted_records('moderation'::text))));
create policy "national" on submission for select to dueregard_national using scope_is_national();
create policy own on submission for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on submission for all to dueregard_owner using true with check true;
create policy tree on submission for select to dueregard_tree using (org_id = ANY (scope_tree()));
create policy granted on threshold for select to dueregard_grant using (org_id = ANY (scope_granted('moderation'::text)));
create policy own on threshold for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on threshold for all to dueregard_owner using true with check true;
create policy own on venue_incident for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on venue_incident for all to dueregard_owner using true with check true;
create policy own on venue_policy for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on venue_policy for all to dueregard_owner using true with check true;
create policy own on venue_site for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on venue_site for all to dueregard_owner using true with check true;
create policy granted on visit_note for all to dueregard_grant using ((org_id = scope_organisation()) AND (about_org_id = ANY (scope_granted('moderation'::text)))) with check ((org_id = scope_organisation()) AND (about_org_id = ANY (scope_granted('moderation'::text))));
create policy own on visit_note for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on visit_note for all to dueregard_owner using true with check true;
create policy shared on visit_note for select to dueregard_own using ((about_org_id = scope_organisation()) AND (shared_at IS NOT NULL));
create policy own on year_document for all to dueregard_own using (org_id = scope_organisation()) with check (org_id = scope_organisation());
create policy owner_all on year_document for all to dueregard_owner using true with check true;

-- Functions
CREATE OR REPLACE FUNCTION public.after_draw()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update sample_exercise set state = 'drawn' where org_id = new.org_id and id = new.exercise_id;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.assessment_state(p_org uuid, p_assessment uuid)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  select sha256(convert_to(jsonb_build_array(
    (select jsonb_agg(jsonb_build_array(w.indicator_code, w.id, w.version, w.status, w.note) order by w.indicator_code)
      from answer w where w.org_id = p_org and w.assessment_id = p_assessment),
    (select jsonb_agg(jsonb_build_array(r.benchmark_code, r.id, r.version, r.level_code, r.narrative, r.not_applicable_reason, r.lead_body) order by r.benchmark_code)
      from rating r where r.org_id = p_org and r.assessment_id = p_assessment),
    (select jsonb_agg(jsonb_build_array(u.id, u.indicator_code, e.id, e.kind, e.title, e.url, encode(e.sha256, 'hex'), e.owner_role, e.dated_on, e.expires_on, e.marking) order by u.id)
      from evidence_use u join evidence e on e.org_id = u.org_id and e.id = u.evidence_id where u.org_id = p_org and e.org_id = p_org and u.assessment_id = p_assessment),
    (select jsonb_agg(jsonb_build_array(c.id, c.benchmark_code, c.level_code, c.reason) order by c.id)
      from challenge c where c.org_id = p_org and c.assessment_id = p_assessment),
    (select jsonb_agg(jsonb_build_array(y.id, y.challenge_id, y.kept, y.reason) order by y.id)
      from challenge_reply y where y.org_id = p_org and y.assessment_id = p_assessment))::text, 'UTF8'))
$function$;
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
  bookkeeping constant text[] := array['org_id', 'id', 'version', 'created_at', 'created_by', 'changed_at', 'changed_by', 'withheld'];
  before jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  whole jsonb := before || after;
  withheld boolean := coalesce((whole ->> 'withheld')::boolean, false);
  opened boolean := not withheld and coalesce((before ->> 'withheld')::boolean, false);
  trail uuid := case when withheld then coalesce(scope_organisation(), (whole ->> 'org_id')::uuid) else (whole ->> 'org_id')::uuid end;
  action text := case when tg_op = 'INSERT' or opened then 'added' when tg_op = 'UPDATE' then 'changed' else 'removed' end;
  body jsonb := '{}';
  texts jsonb := '{}';
  field text;
  salt bytea;
  event_seq bigint;
begin
  if opened then before := '{}'; end if;
  for field in select key from jsonb_each(whole) order by key loop
    continue when field = any(bookkeeping) or before -> field is not distinct from after -> field;
    continue when action = 'added' and after -> field = 'null';
    if field = any(tg_argv) then
      if tg_op = 'DELETE' or after -> field = 'null' then
        body := body || jsonb_build_object(field, jsonb_build_object('hidden', null));
      else
        salt := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
        texts := texts || jsonb_build_object(field, jsonb_build_array(encode(salt, 'hex'), after ->> field));
        body := body || jsonb_build_object(field, jsonb_build_object('hidden', encode(sha256(salt || convert_to(after ->> field, 'UTF8')), 'hex')));
      end if;
    elsif action = 'added' then
      body := body || jsonb_build_object(field, jsonb_build_object('to', after -> field));
    elsif tg_op = 'DELETE' then
      body := body || jsonb_build_object(field, jsonb_build_object('from', before -> field));
    else
      body := body || jsonb_build_object(field, jsonb_build_object('from', before -> field, 'to', after -> field));
    end if;
  end loop;
  if tg_op = 'UPDATE' and body = '{}' then return null; end if;
  event_seq := audit_append(trail, action, tg_table_name, (whole ->> 'id')::uuid, body::text);
  insert into audit_text (org_id, seq, field, salt, value)
    select trail, event_seq, key, decode(value ->> 0, 'hex'), value ->> 1 from jsonb_each(texts);
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
CREATE OR REPLACE FUNCTION public.calendar_at(p_token_sha256 bytea, p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  feed calendar_feed;
  bodies uuid[];
begin
  select * into feed from calendar_feed where token_sha256 = p_token_sha256;
  if not found then return null; end if;
  if feed.person_id is null then
    bodies := array[feed.org_id];
  elsif exists (select from mail_recipients(p_today) r where r.org_id = feed.org_id and r.person_id = feed.person_id and r.role <> 'bookings_officer') then
    select array_agg(distinct r.org_id) into bodies
    from person holder
      join person p on p.account_id = holder.account_id
      join mail_recipients(p_today) r on r.org_id = p.org_id and r.person_id = p.id and r.role <> 'bookings_officer'
    where holder.org_id = feed.org_id and holder.id = feed.person_id;
  else
    return null;
  end if;
  return jsonb_build_object('organisation', (select o.name from organisation o where o.id = feed.org_id), 'own', feed.person_id is not null, 'items',
    (select coalesce(jsonb_agg(jsonb_build_object('organisation', o.name, 'shortName', o.short_name, 'invented', o.invented, 'kind', i.kind, 'about', i.about,
        'dueOn', i.due_on, 'title', i.title, 'year', i.year, 'changedAt', i.changed_at) order by i.due_on, o.name, i.kind, i.about), '[]')
      from due_item i join organisation o on o.id = i.org_id
      where i.org_id = any(bodies) and i.marking = 'OFFICIAL' and i.due_on between p_today - 400 and p_today + 800));
end
$function$;
CREATE OR REPLACE FUNCTION public.channel_figures(p_org uuid, p_day date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object(
    'planned', (select count(*) from channel_meeting m where m.org_id = p_org and m.meets_on > p_day - interval '1 year' and m.meets_on <= p_day),
    'held', (select count(*) from channel_meeting m where m.org_id = p_org and m.held and m.meets_on > p_day - interval '1 year' and m.meets_on <= p_day),
    'seats', (select coalesce(jsonb_agg(jsonb_build_object('agency', s.agency, 'role', s.role, 'present', s.present, 'substitute', s.substitute, 'absent', s.absent) order by s.agency, s.role), '[]') from (
      select s.agency, s.role, count(*) filter (where a.presence = 'present') as present, count(*) filter (where a.presence = 'substitute') as substitute, count(*) filter (where a.presence = 'absent') as absent
      from channel_seat s
        left join channel_presence a on a.org_id = s.org_id and a.seat_id = s.id and exists (select from channel_meeting m
          where m.org_id = a.org_id and m.id = a.meeting_id and m.meets_on > p_day - interval '1 year' and m.meets_on <= p_day)
      where s.org_id = p_org and s.ended_on is null
      group by s.id, s.agency, s.role) s),
    'offices', (select coalesce(jsonb_agg(jsonb_build_object('office', c.office, 'trainedOn', c.trained_on, 'trainingDueOn', c.training_due_on)), '[]') from (
      select distinct on (office) office, trained_on, training_due_on from channel_office where org_id = p_org order by office, created_at desc, id desc) c),
    'agreementExpiresOn', (select expires_on from channel_agreement where org_id = p_org order by created_at desc, id desc limit 1),
    'statement', (select jsonb_build_object('year', s.year, 'signedOn', s.signed_on, 'signedOff', s.signed_off_at is not null, 'extents', (
        select jsonb_agg(jsonb_build_object('label', e.content -> 'scale' -> 'levels' -> (l.position - 1) -> 'label' ->> 'en', 'areas',
          (select count(*) from channel_control c where c.org_id = s.org_id and c.statement_id = s.id and c.extent_code = l.code)) order by l.position desc)
        from edition e join scale_level l on l.edition_id = e.id where e.id = s.edition_id))
      from channel_statement s where s.org_id = p_org and s.signed_on is not null and (s.signed_off_at is not null or p_org = scope_organisation())
      order by s.year desc, s.number desc limit 1),
    'reviews', (select case when r.due is null then jsonb_build_object('are', 'none')
        when r.due < t.below or r.on_time < t.below then jsonb_build_object('are', 'few')
        else jsonb_build_object('are', 'shown', 'percent', round(100.0 * r.on_time / r.due)) end
      from (select sum(due) as due, sum(on_time) as on_time from (
          select due, on_time from channel_reviews where org_id = p_org order by quarter desc limit 4) newest) r,
        (select coalesce((select below from threshold where org_id = p_org), 10) as below) t))
  where exists (select from channel_panel p where p.org_id = p_org and p.run_here)
    and (p_org = scope_organisation() or exists (select from channel_panels_shared(p_day) s where s.id = p_org))
$function$;
CREATE OR REPLACE FUNCTION public.channel_panels_shared(p_day date)
 RETURNS TABLE(id uuid, name text, short_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct o.id, o.name, o.short_name from access_grant g join organisation o on o.id = g.org_id
    join channel_panel p on p.org_id = g.org_id and p.run_here
  where g.grantee_id = scope_organisation() and g.kind = 'channel' and g.from_day <= p_day and p_day < g.to_day
$function$;
CREATE OR REPLACE FUNCTION public.channel_statement_shared(p_statement uuid, p_day date)
 RETURNS TABLE(area_code text, extent_code text, reason text, options text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.area_code, c.extent_code, c.reason, c.options
  from channel_statement s
    join channel_control c on c.org_id = s.org_id and c.statement_id = s.id
  where s.id = p_statement and s.signed_off_at is not null and exists (select from channel_panels_shared(p_day) p where p.id = s.org_id)
$function$;
CREATE OR REPLACE FUNCTION public.count_returned_risks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.sent_at is not null and new.risks <> (select count(*) from returned_risk r where r.org_id = new.org_id and r.return_id = new.id) then
    raise exception 'a return holds every risk that it was sent with' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
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
CREATE OR REPLACE PROCEDURE public.dispose_of(IN p_org uuid, IN p_table regclass, IN p_ids uuid[], INOUT counts jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $procedure$
declare
  link record;
  children uuid[];
  each_id uuid;
begin
  for link in
    select k.conrelid::regclass as child, string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ') as held
    from pg_constraint k
      cross join lateral unnest(k.conkey, k.confkey) as pair (own, other)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other
    where k.contype = 'f' and k.confrelid = p_table
    group by k.oid, k.conrelid
  loop
    -- What only notes something of a record, and is none itself, goes without an event of its own.
    if not exists (select from pg_attribute where attrelid = link.child and attname = 'id' and not attisdropped) then
      execute format('alter table %s disable trigger user', link.child);
      execute format('delete from %s c using %s p where %s and p.org_id = $1 and p.id = any($2)', link.child, p_table, link.held) using p_org, p_ids;
      execute format('alter table %s enable trigger user', link.child);
      continue;
    end if;
    execute format('select array_agg(c.id) from %s c join %s p on %s where p.org_id = $1 and p.id = any($2)', link.child, p_table, link.held) into children using p_org, p_ids;
    if children is not null then call dispose_of(p_org, link.child, children, counts); end if;
  end loop;
  foreach each_id in array p_ids loop
    perform audit_append(p_org, 'removed', p_table::text, each_id, '{"because": "its period is over"}');
  end loop;
  delete from audit_text t using audit_event e
    where t.org_id = e.org_id and t.seq = e.seq and e.record_kind = p_table::text and e.record_id = any(p_ids)
      and e.org_id = any(array[p_org] || array(select o.id from organisation o where o.kind = 'home_office'));
  execute format('alter table %s disable trigger user', p_table);
  execute format('delete from %s where org_id = $1 and id = any($2)', p_table) using p_org, p_ids;
  execute format('alter table %s enable trigger user', p_table);
  counts := jsonb_set(counts, array[p_table::text], to_jsonb(coalesce((counts ->> p_table::text)::integer, 0) + cardinality(p_ids)));
end
$procedure$;
CREATE OR REPLACE FUNCTION public.dispose_of_closed_actions(p_org uuid, p_today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  counts jsonb := '{}';
  due uuid[];
  openings uuid[];
  objectives uuid[];
begin
  select array_agg(id) into due from action where org_id = p_org and state = 'closed' and confirmed_at::date + make_interval(years => assurance_years) < p_today;
  if due is null then return; end if;
  select array_agg(distinct objective_id) into objectives from action where org_id = p_org and id = any(due) and objective_id is not null;
  select array_agg(id) into openings from access_grant where org_id = p_org and kind = 'action' and record_id = any(due);
  if openings is not null then call dispose_of(p_org, 'access_grant', openings, counts); end if;
  call dispose_of(p_org, 'action', due, counts);
  select array_agg(o.id) into objectives from plan_objective o
    where o.org_id = p_org and o.id = any(objectives) and not exists (select from action a where a.org_id = p_org and a.objective_id = o.id);
  if objectives is not null then call dispose_of(p_org, 'plan_objective', objectives, counts); end if;
  perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
end
$function$;
CREATE OR REPLACE FUNCTION public.dispose_of_due(p_org uuid, p_today date)
 RETURNS SETOF bytea
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  evidence_years constant integer := kept_years(p_org, 'evidence', p_today);
  access_years constant integer := kept_years(p_org, 'access', p_today);
  account_years constant integer := kept_years(p_org, 'account', p_today);
  counts jsonb := '{}';
  due uuid[];
  files bytea[];
  packs bytea[];
begin
  -- Assurance: so many years after the end of the financial year.
  select array_agg(id) into due from assessment
    where org_id = p_org and make_date(left(year, 4)::integer + 1, 3, 31) + make_interval(years => assurance_years) < p_today;
  if due is not null then
    select array_agg(sha256) into packs from issued_pack where org_id = p_org and assessment_id = any(due);
    call dispose_of(p_org, 'assessment', due, counts);
    perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
  end if;
  -- Evidence that no record uses: so many years after it was added or dated, whichever is later.
  counts := '{}';
  select array_agg(e.id), array_agg(e.sha256) filter (where e.sha256 is not null) into due, files from evidence e
    where e.org_id = p_org and greatest(e.dated_on, e.created_at::date) + make_interval(years => evidence_years) < p_today
      and not evidence_is_used(p_org, e.id);
  if due is not null then
    call dispose_of(p_org, 'evidence', due, counts);
    perform note_disposal(p_org, 'evidence', evidence_years, counts, p_today);
  end if;
  -- What was opened to others: so many years after it ended.
  counts := '{}';
  select array_agg(id) into due from access_grant where org_id = p_org and to_day < 'infinity' and to_day + make_interval(years => access_years) < p_today;
  if due is not null then
    call dispose_of(p_org, 'access_grant', due, counts);
    perform note_disposal(p_org, 'access', access_years, counts, p_today);
  end if;
  -- People: so many years after their last role here ended; their account goes with their last body.
  counts := '{}';
  select array_agg(p.id) into due from person p
    where p.org_id = p_org and exists (select from membership m where m.org_id = p_org and m.person_id = p.id)
      and not exists (select from membership m where m.org_id = p_org and m.person_id = p.id and (m.to_day = 'infinity' or m.to_day + make_interval(years => account_years) >= p_today));
  if due is not null then
    call dispose_of(p_org, 'person', due, counts);
    perform note_disposal(p_org, 'account', account_years, counts, p_today);
    delete from account a where a.home_org_id = p_org and not a.demonstration and not exists (select from person p where p.account_id = a.id)
      and a.created_at + make_interval(years => account_years) < p_today;
  end if;
  return query select distinct f from unnest(files || packs) f where not file_is_named(p_org, f);
end
$function$;
CREATE OR REPLACE FUNCTION public.dispose_of_mail(p_days integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from outgoing_mail where queued_at < now() - make_interval(days => p_days)
$function$;
CREATE OR REPLACE FUNCTION public.dispose_of_old_bookings(p_org uuid, p_today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  booking_years constant integer := 2;
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  counts jsonb := '{}';
  due uuid[];
begin
  select array_agg(id) into due from venue_incident where org_id = p_org and happened_on < p_today - make_interval(years => assurance_years);
  if due is not null then call dispose_of(p_org, 'venue_incident', due, counts); end if;
  select array_agg(id) into due from partner_check where org_id = p_org and checked_on < p_today - make_interval(years => assurance_years);
  if due is not null then call dispose_of(p_org, 'partner_check', due, counts); end if;
  perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
  counts := '{}';
  -- An incident stays, without the booking that it was at.
  select array_agg(id) into due from booking where org_id = p_org and event_on < p_today - make_interval(years => booking_years);
  if due is not null then call dispose_of(p_org, 'booking', due, counts); end if;
  perform note_disposal(p_org, 'assurance', booking_years, counts, p_today);
end
$function$;
CREATE OR REPLACE FUNCTION public.dispose_of_old_channel(p_org uuid, p_today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  last_day constant date := p_today - make_interval(years => assurance_years);
  counts jsonb := '{}';
  due uuid[];
begin
  select array_agg(id) into due from channel_meeting where org_id = p_org and meets_on < last_day;
  if due is not null then call dispose_of(p_org, 'channel_meeting', due, counts); end if;
  select array_agg(id) into due from channel_statement where org_id = p_org and make_date(left(year, 4)::integer + 1, 3, 31) < last_day;
  if due is not null then call dispose_of(p_org, 'channel_statement', due, counts); end if;
  select array_agg(id) into due from channel_reviews where org_id = p_org and make_date(left(quarter, 4)::integer + 1, 3, 31) < last_day;
  if due is not null then call dispose_of(p_org, 'channel_reviews', due, counts); end if;
  select array_agg(s.id) into due from channel_seat s
    where s.org_id = p_org and s.ended_on < last_day and not exists (select from channel_presence a where a.org_id = p_org and a.seat_id = s.id);
  if due is not null then call dispose_of(p_org, 'channel_seat', due, counts); end if;
  select array_agg(a.id) into due from channel_agreement a
    where a.org_id = p_org and a.expires_on < last_day and exists (select from channel_agreement n where n.org_id = p_org and n.created_at > a.created_at);
  if due is not null then call dispose_of(p_org, 'channel_agreement', due, counts); end if;
  select array_agg(c.id) into due from channel_office c
    where c.org_id = p_org and exists (select from channel_office n where n.org_id = p_org and n.office = c.office and n.created_at > c.created_at and n.created_at < last_day);
  if due is not null then call dispose_of(p_org, 'channel_office', due, counts); end if;
  perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
end
$function$;
CREATE OR REPLACE FUNCTION public.dispose_of_old_risk_log(p_org uuid, p_today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  last_day constant date := p_today - make_interval(years => assurance_years);
  counts jsonb := '{}';
  due uuid[];
begin
  select array_agg(id) into due from risk_return where org_id = p_org and make_date(left(quarter, 4)::integer + 1, 3, 31) < last_day;
  if due is not null then call dispose_of(p_org, 'risk_return', due, counts); end if;
  select array_agg(id) into due from chase where org_id = p_org and make_date(left(quarter, 4)::integer + 1, 3, 31) < last_day;
  if due is not null then call dispose_of(p_org, 'chase', due, counts); end if;
  select array_agg(id) into due from risk_request where org_id = p_org and asked_on < last_day;
  if due is not null then call dispose_of(p_org, 'risk_request', due, counts); end if;
  select array_agg(id) into due from risk_reply where org_id = p_org and replied_on < last_day;
  if due is not null then call dispose_of(p_org, 'risk_reply', due, counts); end if;
  select array_agg(r.id) into due from risk r
    where r.org_id = p_org and r.closed_on < last_day and not exists (select from returned_risk t where t.org_id = p_org and t.risk_id = r.id);
  if due is not null then call dispose_of(p_org, 'risk', due, counts); end if;
  select array_agg(id) into due from risk_event where org_id = p_org and due_on < last_day;
  if due is not null then call dispose_of(p_org, 'risk_event', due, counts); end if;
  select array_agg(id) into due from risk_event_answer where org_id = p_org and answered_on < last_day;
  if due is not null then call dispose_of(p_org, 'risk_event_answer', due, counts); end if;
  select array_agg(id) into due from police_profile where org_id = p_org and briefed_on < last_day;
  if due is not null then call dispose_of(p_org, 'police_profile', due, counts); end if;
  perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
end
$function$;
CREATE OR REPLACE FUNCTION public.dispose_of_old_samples(p_org uuid, p_today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  assurance_years constant integer := kept_years(p_org, 'assurance', p_today);
  last_day constant date := p_today - make_interval(years => assurance_years);
  counts jsonb := '{}';
  due uuid[];
begin
  select array_agg(id) into due from sample_exercise where org_id = p_org and ended_on < last_day;
  if due is not null then call dispose_of(p_org, 'sample_exercise', due, counts); end if;
  select array_agg(p.id) into due from referral_pathway p
    where p.org_id = p_org and exists (select from referral_pathway n where n.org_id = p_org and n.number > p.number and n.in_force_on < last_day);
  if due is not null then call dispose_of(p_org, 'referral_pathway', due, counts); end if;
  perform note_disposal(p_org, 'assurance', assurance_years, counts, p_today);
end
$function$;
CREATE OR REPLACE FUNCTION public.dispose_of_passing()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from request_key where created_at < now() - interval '1 day';
  delete from sheet_import where read_at < now() - interval '1 day';
  delete from session where ends_at < now() or last_seen_at + make_interval(mins => idle_minutes) < now();
  delete from one_time_link where ends_at < now() - interval '1 year';
  delete from sign_in_guess where since < now() - interval '1 day';
  delete from known_browser where last_used_at < now() - interval '180 days';
$function$;
CREATE OR REPLACE FUNCTION public.edition_draft_discard(p_draft uuid, p_account uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from edition_draft where id = p_draft and published_at is null and exists (select from edition_keeper where account_id = p_account);
  return found;
end
$function$;
CREATE OR REPLACE FUNCTION public.edition_draft_publish(p_draft uuid, p_account uuid, p_content text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  draft edition_draft;
  published uuid;
begin
  select * into draft from edition_draft where id = p_draft and published_at is null for update;
  if not found then return null; end if;
  if draft.loaded_by = p_account or not exists (select from edition_keeper where account_id = p_account) then
    raise exception 'an edition is published by a second person who may' using errcode = 'check_violation';
  end if;
  if sha256(convert_to(p_content, 'UTF8')) <> draft.content_sha256 then
    raise exception 'an edition is published as it was loaded' using errcode = 'check_violation';
  end if;
  published := edition_load(draft.id, p_content::jsonb, draft.content_sha256);
  if published is null then return null; end if;
  update edition_draft set published_by = p_account, published_at = now(), edition_id = published where id = p_draft;
  return published;
end
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
  insert into edition (id, kind, short_name, sector, year, title, content, content_sha256)
    values (p_id, coalesce(p_content ->> 'kind', 'assessment'), p_content ->> 'short_name', p_content ->> 'sector', p_content ->> 'year', p_content -> 'title', p_content, p_sha256);
  insert into scale_level (edition_id, code, position)
    select p_id, level.value ->> 'code', level.ordinality from jsonb_array_elements(p_content -> 'scale' -> 'levels') with ordinality level;
  insert into benchmark (edition_id, code, number)
    select p_id, b.value ->> 'code', (b.value ->> 'number')::integer from jsonb_array_elements(p_content -> 'benchmarks') b;
  insert into indicator (edition_id, code, benchmark_code, position)
    select p_id, i.value ->> 'code', b.value ->> 'code', row_number() over (order by b.ordinality, i.ordinality)
    from jsonb_array_elements(p_content -> 'benchmarks') with ordinality b,
         jsonb_array_elements(b.value -> 'indicators') with ordinality i;
  insert into control_area (edition_id, code, number)
    select p_id, a.value ->> 'code', (a.value ->> 'number')::integer from jsonb_array_elements(p_content -> 'areas') a;
  insert into control_option (edition_id, code, area_code, position)
    select p_id, o.value ->> 'code', a.value ->> 'code', row_number() over (order by a.ordinality, o.ordinality)
    from jsonb_array_elements(p_content -> 'areas') with ordinality a,
         jsonb_array_elements(a.value -> 'options') with ordinality o;
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
  set local app.above = '';
  set local app.grants = '';
  set local app.record_grants = '';
  set local app.parts = '';
  set local app.written_parts = '';
  if p_scope = 'own' then
    execute format('set local app.above = %L', scope_above_of(p_org, p_day));
  elsif p_scope = 'tree' then
    execute format('set local app.tree = %L', scope_tree_of(p_org, p_day));
  elsif p_scope = 'grant' then
    execute format('set local app.grants = %L', scope_grants_of(p_org, p_day, false));
    execute format('set local app.record_grants = %L', scope_grants_of(p_org, p_day, true));
    execute format('set local app.parts = %L', scope_parts_of(p_org, p_day, false));
    execute format('set local app.written_parts = %L', scope_parts_of(p_org, p_day, true));
  end if;
  execute format('set local role %I', 'dueregard_' || p_scope);
end
$function$;
CREATE OR REPLACE FUNCTION public.erase_due_sample_answers(p_org uuid, p_today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update sample_exercise e set answers_erased_on = p_today
    where e.org_id = p_org and e.state = 'drawn' and e.answers_erased_on is null and e.drawn_on + 30 <= p_today
      and 2 = (select count(*) from sample_seat s where s.org_id = p_org and s.exercise_id = e.id and s.finished_at is not null);
  update sample_exercise e set state = 'lapsed', ended_on = p_today, lapse_reason = 'The answers had been held for 30 days before both reviewers had finished.'
    where e.org_id = p_org and e.state = 'drawn' and e.answers_erased_on is null and e.drawn_on + 30 <= p_today;
end
$function$;
CREATE OR REPLACE FUNCTION public.erase_sample_answers(p_org uuid, p_exercise uuid, p_because text)
 RETURNS integer[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  codes constant text[] := array['yes', 'partly', 'no', 'na'];
  counted integer[];
begin
  if 2 = (select count(*) from sample_seat s where s.org_id = p_org and s.exercise_id = p_exercise and s.finished_at is not null) then
    select array_agg(n order by ordinal) into counted from (
      select ordinal, (select count(*) from sample_answer c join sample_answer p on p.org_id = c.org_id and p.exercise_id = c.exercise_id and p.position = c.position and p.question = c.question
        where c.org_id = p_org and c.exercise_id = p_exercise and c.seat = 'chair' and p.seat = 'police'
          and c.code = codes[(ordinal - 1) / 4 + 1] and p.code = codes[(ordinal - 1) % 4 + 1])::integer as n
      from generate_series(1, 16) ordinal) counts;
    insert into sample_tally (org_id, id, exercise_id, question, yes, partly, no, na, unsettled)
      select p_org, gen_random_uuid(), p_exercise, q, count(*) filter (where t.code = 'yes'), count(*) filter (where t.code = 'partly'), count(*) filter (where t.code = 'no'),
        count(*) filter (where t.code = 'na'), count(*) filter (where t.code is null)
      from (select c.question as q, coalesce(a.code, case when c.code = p.code then c.code end) as code from sample_answer c
          join sample_answer p on p.org_id = c.org_id and p.exercise_id = c.exercise_id and p.position = c.position and p.question = c.question and p.seat = 'police'
          left join sample_answer a on a.org_id = c.org_id and a.exercise_id = c.exercise_id and a.position = c.position and a.question = c.question and a.seat = 'agreed'
        where c.org_id = p_org and c.exercise_id = p_exercise and c.seat = 'chair') t
      group by q;
  end if;
  delete from sample_answer where org_id = p_org and exercise_id = p_exercise;
  -- The key of a form stands with a fingerprint of what was sent.
  delete from request_key where location like '%/dip-samples/' || p_exercise || '/%';
  perform audit_append(p_org, 'removed', 'sample_answer', p_exercise, jsonb_build_object('because', p_because)::text);
  return counted;
end
$function$;
CREATE OR REPLACE FUNCTION public.evidence_is_used(p_org uuid, p_evidence uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from evidence_use u where u.org_id = p_org and u.evidence_id = p_evidence)
    or exists (select from follow_up_evidence f where f.org_id = p_org and f.evidence_id = p_evidence)
    or exists (select from action_evidence a where a.org_id = p_org and a.evidence_id = p_evidence)
    or exists (select from moderation m where m.org_id = p_org and m.letter_id = p_evidence)
$function$;
CREATE OR REPLACE FUNCTION public.evidence_titles(p_org uuid, p_assessment uuid, p_code text)
 RETURNS TABLE(title text, dated_on date, marking marking)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.title, e.dated_on, e.marking from evidence_use u join evidence e on e.org_id = u.org_id and e.id = u.evidence_id
  where u.org_id = p_org and u.assessment_id = p_assessment and u.indicator_code = p_code
    and p_org || '/' || p_assessment || '/' || p_code = any(scope_parts())
  order by e.title
$function$;
CREATE OR REPLACE FUNCTION public.file_is_named(p_org uuid, p_sha256 bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from evidence e where e.org_id = p_org and e.sha256 = p_sha256)
    or exists (select from issued_pack i where i.org_id = p_org and i.sha256 = p_sha256)
$function$;
CREATE OR REPLACE FUNCTION public.financial_year(p_day date)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select to_char(p_day - interval '3 months', 'YYYY') || '-' || to_char(p_day + interval '9 months', 'YY')
$function$;
CREATE OR REPLACE FUNCTION public.hold_amendment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched amendment := case when tg_op = 'DELETE' then old else new end;
  standing uuid := hold_assessment(touched.org_id, touched.assessment_id);
begin
  if tg_op <> 'INSERT' and old.confirmed_at is not null then
    raise exception 'a confirmed amendment is never changed' using errcode = 'DR001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if standing is distinct from new.submission_id then
    raise exception 'only the submission that stands is amended' using errcode = 'DR001';
  end if;
  if tg_op = 'INSERT' then
    new.confirmed_by := null;
    new.confirmed_at := null;
    return new;
  end if;
  if scope_person() is null or scope_person() = old.created_by then
    raise exception 'an amendment is confirmed by a second person' using errcode = 'DR004';
  end if;
  if (new.submission_id, new.assessment_id, new.year, new.benchmark_code, new.marking, new.frozen) is distinct from
     (old.submission_id, old.assessment_id, old.year, old.benchmark_code, old.marking, old.frozen) then
    raise exception 'an amendment is confirmed as it was written' using errcode = 'integrity_constraint_violation';
  end if;
  new.confirmed_by := scope_person();
  new.confirmed_at := now();
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  exercise sample_exercise;
  finished integer;
begin
  select * into exercise from sample_exercise e where e.org_id = new.org_id and e.id = new.exercise_id for share;
  if exercise.state <> 'drawn' or exercise.answers_erased_on is not null or new.question <> all (exercise.question_codes)
    or not exists (select from sample_draw d where d.org_id = new.org_id and d.exercise_id = new.exercise_id and new.position = any(d.positions)) then
    raise exception 'answers are to the questions about the positions that were drawn, while the exercise is under way' using errcode = 'DR015';
  end if;
  select count(*) into finished from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.exercise_id and s.finished_at is not null;
  if new.seat = 'agreed' then
    if finished <> 2 or not exists (select from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.exercise_id and s.person_id = scope_person())
      or 2 <> (select count(distinct a.code) from sample_answer a where a.org_id = new.org_id and a.exercise_id = new.exercise_id and a.position = new.position and a.question = new.question and a.seat <> 'agreed') then
      raise exception 'what is settled is an answer in which both have finished and differ' using errcode = 'DR015';
    end if;
  elsif not exists (select from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.exercise_id and s.seat = new.seat and s.person_id = scope_person() and s.finished_at is null) then
    raise exception 'whoever has the seat answers, until they have finished' using errcode = 'DR015';
  end if;
  new.reviewer_id := scope_person();
  new.opened := new.seat = 'agreed';
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_assessment(p_org uuid, p_assessment uuid)
 RETURNS uuid
 LANGUAGE plpgsql
AS $function$
begin
  perform from assessment a where a.org_id = p_org and a.id = p_assessment for update;
  return standing_submission(p_org, p_assessment);
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_booking()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  verdict text;
  became constant text[] := array['approve', 'conditions', 'refuse'];
  voids boolean;
begin
  if tg_op = 'INSERT' then
    if (new.round, new.hire_round, new.after_key) is distinct from (1, 1, false) or not (new.asking is not distinct from 'hire' or (new.by_rule and new.outcome = 'approved' and new.decided_on = new.received_on)) then
      raise exception 'a booking begins open, or is approved by the rules' using errcode = 'DR037';
    end if;
    return new;
  end if;
  voids := (new.site_id, new.event_on, new.booked_by, new.event_kind, new.size, new.admission) is distinct from (old.site_id, old.event_on, old.booked_by, old.event_kind, old.size, old.admission)
    or new.concern is distinct from old.concern;
  if voids or (new.reference, new.hired_before, new.details_held, new.terms_accepted) is distinct from (old.reference, old.hired_before, old.details_held, old.terms_accepted) then
    if old.asking is distinct from 'hire' or new.received_on <> old.received_on or (new.site_id = old.site_id and (new.policy_id, new.large_from) is distinct from (old.policy_id, old.large_from))
      or new.round <> old.round + voids::integer or new.hire_round <> new.round
      or not exists (select from booking_correction c where c.org_id = new.org_id and c.booking_id = new.id and c.corrected_version = old.version) then
      raise exception 'the facts of a booking stand' using errcode = 'DR037';
    end if;
    new.after_key := exists (select from booking_key k where k.org_id = new.org_id and k.booking_id = new.id);
    if (new.by_rule and new.asking is null and new.outcome = 'approved') or (not new.by_rule and new.asking is not distinct from 'hire' and new.triggers <> '{}') then return new; end if;
    raise exception 'a booking is decided by two departments' using errcode = 'DR037';
  end if;
  if (new.policy_id, new.received_on, new.large_from, new.by_rule, new.hire_round, new.after_key) is distinct from (old.policy_id, old.received_on, old.large_from, old.by_rule, old.hire_round, old.after_key) then
    raise exception 'the facts of a booking stand' using errcode = 'DR037';
  end if;
  if new.outcome = 'withdrawn' and (old.outcome is null or old.outcome in ('approved', 'conditions')) and new.asking is null and new.round = old.round then return new; end if;
  if old.asking is null and new.asking = 'cancellation' and new.round = old.round + 1 and new.outcome = old.outcome and new.decided_on = old.decided_on then return new; end if;
  if old.asking is not null and new.asking is null and new.round = old.round then
    verdict := verdict_of(new.org_id, new.id, new.round);
    if old.asking = 'hire' and new.outcome = (array['approved', 'conditions', 'refused'])[array_position(became, verdict)] then return new; end if;
    if old.asking = 'cancellation' and (verdict = 'cancel' and new.outcome = 'cancelled' or verdict = 'keep' and new.outcome = old.outcome and new.decided_on = old.decided_on) then return new; end if;
  end if;
  raise exception 'a booking is decided by two departments' using errcode = 'DR037';
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_booking_check()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  open_round integer;
begin
  select b.round into open_round from booking b where b.org_id = new.org_id and b.id = new.booking_id and b.asking = 'hire' for share;
  if tg_op = 'INSERT' then new.round := coalesce(open_round, 1); end if;
  if new.round is distinct from open_round or exists (select from booking_key k where k.org_id = new.org_id and k.booking_id = new.booking_id and k.round = open_round) then
    raise exception 'what was looked at stands once somebody has decided by it' using errcode = 'DR037';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_booking_correction()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from booking b where b.org_id = new.org_id and b.id = new.booking_id and b.asking = 'hire' and b.version = new.corrected_version
    and new.corrected_on between b.received_on and b.event_on for update;
  if not found then raise exception 'what was taken in is corrected before it is decided' using errcode = 'DR037'; end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_booking_review()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.result is not null or not exists (select from booking_key k join booking b on b.org_id = k.org_id and b.id = k.booking_id
        where k.org_id = new.org_id and k.booking_id = new.booking_id and k.round = new.round and b.round = new.round and b.asking is null
          and (b.outcome in ('refused', 'cancelled') or (b.outcome = 'conditions' and k.restrictive))) then
      raise exception 'there is nothing to review' using errcode = 'DR037';
    end if;
    return new;
  end if;
  if old.result is not null then raise exception 'a review that was heard stands' using errcode = 'DR037'; end if;
  new.heard_by := case when new.result is not null then scope_person() end;
  if exists (select from booking_key k where k.org_id = new.org_id and k.booking_id = new.booking_id and k.person_id = new.heard_by)
    or exists (select from booking b where b.org_id = new.org_id and b.id = new.booking_id and b.created_by = new.heard_by) then
    raise exception 'a review is heard by somebody who took no part' using errcode = 'DR037';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_challenge()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if hold_assessment(new.org_id, new.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  if scope_person() is null or exists (select from assessment_writer w where w.org_id = new.org_id and w.assessment_id = new.assessment_id
      and w.benchmark_code = new.benchmark_code and w.person_id = scope_person()) then
    raise exception 'who wrote of a benchmark does not challenge it' using errcode = 'DR004';
  end if;
  if exists (select from challenge c where c.org_id = new.org_id and c.assessment_id = new.assessment_id and c.benchmark_code = new.benchmark_code and is_open_challenge(c)) then
    raise exception 'the last challenge of the benchmark waits for its answer' using errcode = 'DR005';
  end if;
  select r.level_code into strict new.self_level_code from rating r
    where r.org_id = new.org_id and r.assessment_id = new.assessment_id and r.benchmark_code = new.benchmark_code;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_channel_control()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
  parent channel_statement;
  before uuid[] := '{}';
begin
  select * into parent from channel_statement where org_id = touched.org_id and id = touched.statement_id for no key update;
  if parent.signed_on is not null then
    raise exception 'a statement that was signed is never changed' using errcode = 'DR035';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if tg_op = 'UPDATE' then
    if new.statement_id <> old.statement_id or new.area_code <> old.area_code then
      raise exception 'what is said of an area stays with it' using errcode = 'integrity_constraint_violation';
    end if;
    before := old.writers;
  else
    select coalesce(c.writers, '{}') into before from channel_statement s
      join channel_control c on c.org_id = s.org_id and c.statement_id = s.id and c.area_code = new.area_code
      where s.org_id = new.org_id and s.year = parent.year and s.number = parent.number - 1;
  end if;
  if exists (select from unnest(new.options) looked where not exists (
      select from control_option o where o.edition_id = new.edition_id and o.area_code = new.area_code and o.code = looked)) then
    raise exception 'an option is one of the area' using errcode = 'foreign_key_violation';
  end if;
  new.writers := array(select distinct writer from unnest(coalesce(before, '{}') || scope_person()) writer where writer is not null order by writer);
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_channel_statement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    if old.signed_on is not null then raise exception 'a statement that was signed is never removed' using errcode = 'DR035'; end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if num_nonnulls(new.signed_on, new.signed_off_at) > 0 then raise exception 'a statement begins unsigned' using errcode = 'DR035'; end if;
    if new.number > 1 and not exists (select from channel_statement s where s.org_id = new.org_id and s.year = new.year
        and s.number = new.number - 1 and s.edition_id = new.edition_id and s.signed_on is not null) then
      raise exception 'a correction follows a statement of its year that was signed' using errcode = 'DR035';
    end if;
    return new;
  end if;
  if (new.edition_id, new.year, new.number) <> (old.edition_id, old.year, old.number) then
    raise exception 'a statement keeps its edition and its year' using errcode = 'integrity_constraint_violation';
  end if;
  if old.signed_on is null then
    if new.signed_off_at is not null then raise exception 'a statement is signed before it is signed off' using errcode = 'DR035'; end if;
    new.signed_by := case when new.signed_on is not null then scope_person() end;
    if new.signed_on is not null and exists (select from control_area a where a.edition_id = new.edition_id and not exists (
        select from channel_control c where c.org_id = new.org_id and c.statement_id = new.id and c.area_code = a.code)) then
      raise exception 'a statement is signed with a word about every area' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.signed_off_at is not null or new.signed_off_at is null
    or (new.signed_on, new.signed_role, new.signed_by, new.marking) <> (old.signed_on, old.signed_role, old.signed_by, old.marking) or new.due_on is distinct from old.due_on then
    raise exception 'a statement that was signed is never changed' using errcode = 'DR035';
  end if;
  new.signed_off_by := scope_person();
  if new.signed_off_by is null or new.signed_off_by = old.signed_by
    or exists (select from channel_control c where c.org_id = new.org_id and c.statement_id = new.id and new.signed_off_by = any(c.writers)) then
    raise exception 'a statement is signed off by somebody who wrote nothing of it' using errcode = 'DR035';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_citation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  select t.quarter, t.number into new.quarter, new.number
  from returned_risk t join organisation_link l on l.child_id = t.org_id and l.parent_id = new.org_id and l.from_day <= new.cited_on and l.to_day > new.cited_on
  where t.org_id = new.body_id and t.id = new.returned_id;
  if not found then
    raise exception 'a risk rests on what a body below has sent' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_closure()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  step text := case when tg_op = 'INSERT' then 'begun' else old.state || ' to ' || new.state end;
begin
  if (step = 'begun' and new.state = 'open') or step = 'open to open' then return new; end if;
  if step = 'open to proposed' then
    new.proposed_by := scope_person();
    new.proposed_at := now();
  elsif step = 'proposed to closed' and new.outcome = old.outcome then
    new.proposed_by := old.proposed_by;
    new.proposed_at := old.proposed_at;
    new.confirmed_by := scope_person();
    new.confirmed_at := now();
  elsif step = 'proposed to open' or (step = 'closed to open' and new.reopened_reason is not null) then
    new.outcome := null;
    new.proposed_by := null;
    new.proposed_at := null;
    new.confirmed_by := null;
    new.confirmed_at := null;
  else
    raise exception '% does not go from % in this way', tg_table_name, step using errcode = 'DR013';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_confirmation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  perform from risk_return r where r.org_id = touched.org_id and r.id = touched.return_id and r.sent_at is null for share;
  if not found then raise exception 'a return that was sent stands as it was' using errcode = 'integrity_constraint_violation'; end if;
  return touched;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_draw()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  exercise sample_exercise;
begin
  select * into exercise from sample_exercise e where e.org_id = new.org_id and e.id = new.exercise_id for update;
  if exercise.state <> 'frozen'
    or not exists (select from sealed_throws(new.org_id, new.exercise_id) t where t.chair = new.chair_throws and t.police = new.police_throws)
    or new.seed <> sha256(convert_to(concat(new.method, chr(10), encode(exercise.frame_sha256, 'hex'), chr(10), new.chair_throws, chr(10), new.police_throws, chr(10)), 'UTF8'))
    or cardinality(new.positions) <> exercise.sample_size
    or cardinality(new.positions) <> (select count(distinct p) from unnest(new.positions) p where p between 1 and exercise.population) then
    raise exception 'a draw comes from the frozen frame and both bodies'' throws, once' using errcode = 'DR015';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_exercise()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  step text := case when tg_op = 'INSERT' then 'begun' else old.state || ' to ' || new.state end;
  lived constant text[] := array['version', 'changed_at', 'changed_by', 'state', 'drawn_on', 'pairs', 'answers_erased_on', 'themes', 'learning', 'ended_on', 'lapse_reason'];
begin
  if step = 'begun' and new.state = 'planned' and num_nonnulls(new.drawn_on, new.pairs, new.answers_erased_on) = 0 then return new; end if;
  if step = 'planned to planned' then return new; end if;
  if step = 'planned to frozen' then
    -- One at a time, so that two exercises of one panel and time do not pass each other.
    perform from sample_programme p where p.org_id = new.org_id and p.id = new.programme_id for update;
    if 2 <> (select count(*) from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.id and s.body_id <> new.panel_id) then
      raise exception 'an exercise needs two reviewers, of bodies other than the panel''s' using errcode = 'DR015';
    end if;
    if exists (select from sample_exercise e where e.org_id = new.org_id and e.id <> new.id and e.panel_id = new.panel_id and e.frame is not null
        and e.from_day <= new.to_day and new.from_day <= e.to_day and new.repeats_id is null) then
      raise exception 'an earlier exercise had this panel and time: a repeat names it and says why' using errcode = 'DR016';
    end if;
    new.frozen_at := now();
    new.frozen_by := scope_person();
    return new;
  end if;
  if to_jsonb(old) - lived <> to_jsonb(new) - lived then
    raise exception 'a frozen frame stays as it is' using errcode = 'DR014';
  end if;
  if step = 'frozen to drawn' and exists (select from sample_draw d where d.org_id = new.org_id and d.exercise_id = new.id) then
    new.drawn_on := (select d.drawn_on from sample_draw d where d.org_id = new.org_id and d.exercise_id = new.id);
  elsif step = 'drawn to closed' then
    if old.answers_erased_on is null then
      if 2 <> (select count(*) from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.id and s.settled_at is not null) then
        raise exception 'both reviewers first say what they settled on' using errcode = 'DR015';
      end if;
      new.pairs := erase_sample_answers(new.org_id, new.id, 'the exercise was closed');
      new.answers_erased_on := new.ended_on;
    end if;
  elsif step in ('frozen to lapsed', 'drawn to lapsed') then
    if step = 'drawn to lapsed' and old.answers_erased_on is null then
      new.pairs := erase_sample_answers(new.org_id, new.id, 'the exercise lapsed');
      new.answers_erased_on := new.ended_on;
    end if;
  elsif step = 'drawn to drawn' and old.answers_erased_on is null and new.answers_erased_on is not null then
    new.pairs := erase_sample_answers(new.org_id, new.id, '30 days have passed since the draw');
  else
    raise exception 'a dip sample does not go from % in this way', step using errcode = 'DR015';
  end if;
  return new;
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
  if tg_op = 'UPDATE' and only_opened(to_jsonb(old), to_jsonb(new)) then return new; end if;
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
CREATE OR REPLACE FUNCTION public.hold_follow_up()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from recommendation r join moderation m on m.org_id = r.org_id and m.id = r.moderation_id
      where r.org_id = new.org_id and r.id = new.recommendation_id and m.published_at is not null) then
    raise exception 'a recommendation is followed up once it is published' using errcode = 'DR012';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_hearing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from booking_correction c where c.org_id = new.org_id and c.booking_id = new.booking_id and c.created_by = new.heard_by) then
    raise exception 'a review is heard by somebody who took no part' using errcode = 'DR037';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_key()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  held booking;
begin
  if tg_op <> 'INSERT' then raise exception 'a key that was turned stays turned' using errcode = 'DR037'; end if;
  select * into held from booking b where b.org_id = new.org_id and b.id = new.booking_id for update;
  new.person_id := scope_person();
  if held.asking is null or held.round <> new.round or new.turned_on not between held.received_on and held.event_on
    or (held.asking = 'hire') <> (new.verdict in ('approve', 'conditions', 'refuse')) then
    raise exception 'this decision is not open' using errcode = 'DR037';
  end if;
  if not exists (select from key_holder h join membership m on m.org_id = h.org_id and m.person_id = h.person_id and m.department_id = h.department_id
      where h.org_id = new.org_id and h.person_id = new.person_id and h.department_id = new.department_id and h.side = new.side
        and h.from_day <= new.turned_on and new.turned_on < h.to_day and m.from_day <= new.turned_on and new.turned_on < m.to_day) then
    raise exception 'who turns a key holds it' using errcode = 'DR037';
  end if;
  if not exists (select from venue_policy p where p.org_id = new.org_id and p.id = new.policy_id and p.from_day <= new.turned_on and (p.to_day is null or new.turned_on <= p.to_day)) then
    raise exception 'a booking is decided by a policy that is in force' using errcode = 'DR037';
  end if;
  if new.side = 'third' and (select count(distinct k.verdict) from booking_key k where k.org_id = new.org_id and k.booking_id = new.booking_id and k.round = new.round) <> 2 then
    raise exception 'the third decides where two disagree' using errcode = 'DR037';
  end if;
  if new.election = 'right' and not exists (select from booking_advice a where a.org_id = new.org_id and a.booking_id = new.booking_id and a.answered_on is not null) then
    raise exception 'a candidate’s right to a room is not refused without legal advice' using errcode = 'DR037';
  end if;
  return new;
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
CREATE OR REPLACE FUNCTION public.hold_period()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  now_held integer := usual_years(new.period);
begin
  if tg_op = 'UPDATE' then
    if new.period <> old.period then raise exception 'a period stays of its kind' using errcode = 'integrity_constraint_violation'; end if;
    if new.years = old.years then
      new.years_until_then := old.years_until_then;
      new.holds_from := old.holds_from;
      return new;
    end if;
    now_held := case when current_date < old.holds_from then old.years_until_then else old.years end;
  end if;
  new.years_until_then := now_held;
  new.holds_from := case when new.years < now_held then current_date + 30 else current_date end;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_publication()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  assessed uuid;
begin
  select m.assessment_id into assessed from moderation m where m.org_id = new.org_id and m.id = new.moderation_id;
  perform from assessment a where a.org_id = new.org_id and a.id = assessed for share;
  if standing_submission(new.org_id, assessed) is null and exists (select from submission s where s.org_id = new.org_id and s.assessment_id = assessed) then
    raise exception 'the assessment has been re-opened and not submitted again' using errcode = 'DR006';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_recommendation_reply()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select m.published_at from moderation m where m.org_id = new.org_id and m.id = new.moderation_id for no key update) is not null then
    raise exception 'the findings have been published and are never changed' using errcode = 'DR002';
  end if;
  if exists (select from shared_findings s join shared_findings answered on answered.org_id = s.org_id and answered.moderation_id = s.moderation_id
      where s.org_id = new.org_id and s.moderation_id = new.moderation_id and answered.id = new.shared_id and s.created_at > answered.created_at) then
    raise exception 'another draft has been shared since' using errcode = 'DR011';
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
CREATE OR REPLACE FUNCTION public.hold_reopening()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched reopening := case when tg_op = 'DELETE' then old else new end;
  standing uuid := hold_assessment(touched.org_id, touched.assessment_id);
begin
  if tg_op <> 'INSERT' and old.confirmed_at is not null then
    raise exception 'a confirmed re-opening is never changed' using errcode = 'DR001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if standing is distinct from new.submission_id then
    raise exception 'only the submission that stands is re-opened' using errcode = 'DR001';
  end if;
  if exists (select from moderation m where m.org_id = new.org_id and m.assessment_id = new.assessment_id and m.published_at is not null) then
    raise exception 'the findings have been published and are never changed' using errcode = 'DR002';
  end if;
  if tg_op = 'INSERT' then
    new.confirmed_by := null;
    new.confirmed_at := null;
    return new;
  end if;
  if scope_person() is null or scope_person() = old.created_by then
    raise exception 'a re-opening is confirmed by a second person' using errcode = 'DR004';
  end if;
  if (new.submission_id, new.assessment_id, new.reason) is distinct from (old.submission_id, old.assessment_id, old.reason) then
    raise exception 'a re-opening is confirmed as it was asked for' using errcode = 'integrity_constraint_violation';
  end if;
  new.confirmed_by := scope_person();
  new.confirmed_at := now();
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_reply()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  asked challenge;
  level text;
begin
  if hold_assessment(new.org_id, new.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  select * into strict asked from challenge c where c.org_id = new.org_id and c.id = new.challenge_id;
  if scope_person() is null or asked.created_by = scope_person() then
    raise exception 'nobody answers a challenge of their own' using errcode = 'DR004';
  end if;
  select r.level_code into strict level from rating r
    where r.org_id = asked.org_id and r.assessment_id = asked.assessment_id and r.benchmark_code = asked.benchmark_code;
  if new.kept <> (level is not distinct from asked.self_level_code) then
    raise exception 'the answer says whether the self-rating was changed' using errcode = 'DR005';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_return()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.sent_on is not null then raise exception 'a return is begun before it is sent' using errcode = 'integrity_constraint_violation'; end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.sent_at is not null or new.quarter <> old.quarter then
    raise exception 'a return that was sent stands as it was' using errcode = 'integrity_constraint_violation';
  end if;
  if new.sent_on is not null then new.sent_at := now(); end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_returned_risk()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from risk_return r where r.org_id = new.org_id and r.id = new.return_id and r.sent_at = now()) then
    raise exception 'the risks of a return are written when it is sent' using errcode = 'integrity_constraint_violation';
  end if;
  if new.standing = 'unchanged' and not exists (select from risk_confirmation c where c.org_id = new.org_id and c.return_id = new.return_id and c.risk_id = new.risk_id) then
    raise exception 'a risk is unchanged when somebody has confirmed it' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_risk_reply()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from risk_request q where q.org_id = new.request_org_id and q.id = new.request_id and q.to_id = new.org_id) then
    raise exception 'only the body that was asked answers' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_risk_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  asked risk;
  scored risk_scoring;
begin
  select r.* into asked from risk r where r.org_id = new.org_id and r.id = new.risk_id and r.closed_on is null for update;
  if not found then raise exception 'a risk is passed on while it is open' using errcode = 'integrity_constraint_violation'; end if;
  if not exists (select from organisation_link l where l.from_day <= new.asked_on and l.to_day > new.asked_on
      and l.parent_id = case new.way when 'up' then new.to_id else new.org_id end and l.child_id = case new.way when 'up' then new.org_id else new.to_id end) then
    raise exception 'a risk is passed to the body above or to one below' using errcode = 'integrity_constraint_violation';
  end if;
  if exists (select from risk_request q where q.org_id = new.org_id and q.risk_id = new.risk_id and q.to_id = new.to_id
      and not exists (select from risk_reply a where a.org_id = q.to_id and a.request_org_id = q.org_id and a.request_id = q.id)
      and not exists (select from risk_withdrawal w where w.org_id = q.org_id and w.request_id = q.id)) then
    raise exception 'an answer about this risk is awaited already' using errcode = 'integrity_constraint_violation';
  end if;
  select s.* into scored from risk_scoring s where s.org_id = new.org_id and s.risk_id = new.risk_id order by s.number desc limit 1;
  new.marking := asked.marking;
  new.number := asked.number;
  new.theme := asked.theme;
  new.cause := asked.cause;
  new.event := asked.event;
  new.effect := asked.effect;
  new.controls := asked.controls;
  new.next_review_on := asked.next_review_on;
  new.inherent_likelihood := scored.inherent_likelihood;
  new.inherent_impact := scored.inherent_impact;
  new.residual_likelihood := scored.residual_likelihood;
  new.residual_impact := scored.residual_impact;
  new.residual_level := scored.residual_level;
  new.target_likelihood := scored.target_likelihood;
  new.target_impact := scored.target_impact;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_risk_withdrawal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('risk request ' || new.request_id, 0));
  select q.to_id into new.to_id from risk_request q where q.org_id = new.org_id and q.id = new.request_id;
  if not found or exists (select from risk_reply a where a.org_id = new.to_id and a.request_org_id = new.org_id and a.request_id = new.request_id) then
    raise exception 'what was answered is not withdrawn' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_seat()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  exercise sample_exercise;
  other sample_seat;
begin
  select * into exercise from sample_exercise e where e.org_id = new.org_id and e.id = new.exercise_id for update;
  select * into other from sample_seat s where s.org_id = new.org_id and s.exercise_id = new.exercise_id and s.seat <> new.seat;
  if tg_op = 'INSERT' or new.body_id <> old.body_id or new.role <> old.role or new.seat <> old.seat or new.exercise_id <> old.exercise_id then
    if exercise.state <> 'planned' or num_nonnulls(new.person_id, new.finished_at, new.settled_at) > 0 then raise exception 'a frozen frame stays as it is' using errcode = 'DR014'; end if;
    if new.body_id = exercise.panel_id then raise exception 'nobody reviews their own panel' using errcode = 'DR015'; end if;
    return new;
  end if;
  if new.person_id is distinct from old.person_id then
    if old.person_id is not null or exercise.state <> 'frozen' or new.person_id <> scope_person() or new.body_id <> scope_organisation()
      or exists (select from person mine join person theirs on theirs.account_id = mine.account_id where mine.id = new.person_id and theirs.id = other.person_id) then
      raise exception 'a seat is taken once, by somebody of its body who has no other' using errcode = 'DR015';
    end if;
  end if;
  if new.finished_at is distinct from old.finished_at then
    if exercise.state <> 'drawn' or old.finished_at is not null or new.person_id is distinct from scope_person()
      or exercise.sample_size * cardinality(exercise.question_codes) <> (select count(*) from sample_answer a where a.org_id = new.org_id and a.exercise_id = new.exercise_id and a.seat = new.seat) then
      raise exception 'a reviewer finishes once, with every question answered' using errcode = 'DR015';
    end if;
    if other.finished_at is not null then
      update sample_answer set opened = true where org_id = new.org_id and exercise_id = new.exercise_id;
    end if;
  end if;
  if new.settled_at is distinct from old.settled_at then
    if new.settled_at is not null and (exercise.state <> 'drawn' or new.person_id is distinct from scope_person() or new.finished_at is null or other.finished_at is null
      or sample_differences(new.org_id, new.exercise_id) > 0) then
      raise exception 'the reviewers first settle where they differ' using errcode = 'DR015';
    end if;
    if new.settled_at is null and current_setting('app.unsettling', true) is distinct from 'yes' then
      raise exception 'what was settled stands' using errcode = 'DR015';
    end if;
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_sign_off()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if hold_assessment(new.org_id, new.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  if scope_person() is null or exists (select from assessment_writer w where w.org_id = new.org_id and w.assessment_id = new.assessment_id and w.person_id = scope_person()) then
    raise exception 'nobody signs off what they wrote' using errcode = 'DR004';
  end if;
  if exists (select from challenge c where c.org_id = new.org_id and c.assessment_id = new.assessment_id and is_open_challenge(c)) then
    raise exception 'a challenge waits for its answer' using errcode = 'DR005';
  end if;
  new.state_sha256 := assessment_state(new.org_id, new.assessment_id);
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_submission()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if hold_assessment(new.org_id, new.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  new.sign_off_id := standing_sign_off(new.org_id, new.assessment_id);
  if new.sign_off_id is null then
    raise exception 'an assessment is submitted once somebody who wrote none of it has signed it off' using errcode = 'DR004';
  end if;
  new.number := 1 + (select count(*) from submission s where s.org_id = new.org_id and s.assessment_id = new.assessment_id);
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_throw()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from sample_exercise e join sample_seat s on s.org_id = e.org_id and s.exercise_id = e.id
      where e.org_id = new.org_id and e.id = new.exercise_id and e.state = 'frozen' and s.seat = new.seat and s.person_id = new.thrown_by and s.person_id = scope_person() for update of e) then
    raise exception 'dice are thrown after the frame is frozen and before the draw, by whoever has the seat' using errcode = 'DR015';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.hold_visit_note()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.shared_at is not null then
    raise exception 'a note that has been shared stands as it is' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.is_open_challenge(c challenge)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select c.level_code is distinct from c.self_level_code
    and not exists (select from challenge_reply r where r.org_id = c.org_id and r.challenge_id = c.id)
$function$;
CREATE OR REPLACE FUNCTION public.keep_form(p_token_sha256 bytea, p_id uuid, p_sealed bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  holder uuid := session_has_ended(p_token_sha256);
begin
  delete from kept_form where ends_at <= now();
  if holder is null then return false; end if;
  delete from kept_form where id in (select id from kept_form where account_id = holder order by kept_at desc offset 4);
  insert into kept_form (id, account_id, sealed) values (p_id, holder, p_sealed);
  return true;
end
$function$;
CREATE OR REPLACE FUNCTION public.keep_frame()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'planned' then raise exception 'a frozen frame stays as it is' using errcode = 'DR014'; end if;
  return old;
end
$function$;
CREATE OR REPLACE FUNCTION public.keep_seat()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from sample_exercise e where e.org_id = old.org_id and e.id = old.exercise_id and e.state = 'planned') then
    raise exception 'a frozen frame stays as it is' using errcode = 'DR014';
  end if;
  return old;
end
$function$;
CREATE OR REPLACE FUNCTION public.kept_years(p_org uuid, p_period text, p_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((select case when p_day < r.holds_from then r.years_until_then else r.years end
    from retention_period r where r.org_id = p_org and r.period = p_period), usual_years(p_period))
$function$;
CREATE OR REPLACE FUNCTION public.mail_goes_to(p_org uuid, p_person uuid, p_today date)
 RETURNS TABLE(email text, person text, organisation text, short_name text, invented boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.email, p.name, o.name, o.short_name, o.invented
  from person p
    join account a on a.id = p.account_id and a.disabled_at is null
    join organisation o on o.id = p.org_id
  where p.org_id = p_org and p.id = p_person and not p.invited
    and exists (select from membership m where m.org_id = p.org_id and m.person_id = p.id and m.from_day <= p_today and p_today < m.to_day)
$function$;
CREATE OR REPLACE FUNCTION public.mail_recipients(p_today date)
 RETURNS TABLE(org_id uuid, person_id uuid, role text, wants_all boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select m.org_id, m.person_id, m.role, not exists (select from reminders_off o where o.org_id = m.org_id and o.person_id = m.person_id)
  from membership m
    join person p on p.org_id = m.org_id and p.id = m.person_id and not p.invited
    join account a on a.id = p.account_id and a.disabled_at is null
  where m.from_day <= p_today and p_today < m.to_day
$function$;
CREATE OR REPLACE FUNCTION public.may_begin_for(p_partner uuid, p_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from access_grant g where g.org_id = scope_organisation() and g.grantee_id = p_partner and g.kind = 'part' and p_day < g.to_day)
    and exists (select from organisation o where o.id = p_partner and o.kind <> 'home_office' and (o.closed_on is null or p_day < o.closed_on))
    and not exists (select from person p where p.org_id = p_partner and not p.invited)
    and not exists (select from assessment a where a.org_id = p_partner)
    and not exists (select from organisation_closure c where c.ancestor_id = p_partner)
    and not exists (select from access_grant g where g.grantee_id = p_partner and g.org_id <> scope_organisation() and p_day < g.to_day)
$function$;
CREATE OR REPLACE FUNCTION public.names_of_people(p_ids uuid[])
 RETURNS TABLE(id uuid, name text, organisation text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id, p.name, o.name from person p join organisation o on o.id = p.org_id where p.id = any(p_ids)
$function$;
CREATE OR REPLACE FUNCTION public.note_disposal(p_org uuid, p_period text, p_years integer, p_counts jsonb, p_today date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into disposal (org_id, id, version, created_at, changed_at, period, years, record_kind, records, disposed_on)
    select p_org, gen_random_uuid(), 1, now(), now(), p_period, p_years, key, value::integer, p_today from jsonb_each_text(p_counts)
$function$;
CREATE OR REPLACE FUNCTION public.note_writer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  touched jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if scope_person() is null then return null; end if;
  insert into assessment_writer (org_id, assessment_id, benchmark_code, person_id)
    values ((touched ->> 'org_id')::uuid, (touched ->> 'assessment_id')::uuid,
      coalesce(touched ->> 'benchmark_code', (select i.benchmark_code from indicator i where i.edition_id = (touched ->> 'edition_id')::uuid and i.code = touched ->> 'indicator_code')),
      scope_person())
    on conflict do nothing;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.only_opened(before jsonb, after jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select before -> 'withheld' <> after -> 'withheld' and before - 'withheld' = after - 'withheld'
$function$;
CREATE OR REPLACE FUNCTION public.open_parts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update outcome set withheld = false where org_id = new.org_id and moderation_id = new.id;
  update strength set withheld = false where org_id = new.org_id and moderation_id = new.id;
  update recommendation set withheld = false where org_id = new.org_id and moderation_id = new.id;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.parts_opened_to_us(p_day date)
 RETURNS TABLE(org_id uuid, short_name text, organisation text, year text, assessment_id uuid, edition_id uuid, code text, may_write boolean, to_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select g.org_id, o.short_name, o.name, a.year, a.id, a.edition_id, i.code,
    bool_or(g.may_write) and not exists (select from submission s where s.org_id = g.org_id and s.assessment_id = a.id), max(g.to_day)
  from access_grant g
    join assessment a on a.org_id = g.org_id and a.id = g.assessment_id
    join organisation o on o.id = g.org_id
    join indicator i on i.edition_id = g.edition_id and (i.code = g.indicator_code or i.benchmark_code = g.benchmark_code)
  where g.grantee_id = scope_organisation() and g.kind = 'part' and g.from_day <= p_day and p_day < g.to_day
  group by g.org_id, o.short_name, o.name, a.year, a.id, a.edition_id, i.code
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
CREATE OR REPLACE FUNCTION public.queue_digests(p_monday date, p_today date, p_kinds text[], p_roles text[], p_days_ahead integer, p_lines integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_nestloop TO 'off'
AS $function$
  with below as (
    select c.ancestor_id, c.descendant_id, count(*) filter (where i.due_on < p_monday) as overdue, count(*) filter (where i.due_on >= p_monday) as soon
    from due_item i join (select distinct ancestor_id, descendant_id from organisation_closure where from_day <= p_today and p_today < to_day) c on c.descendant_id = i.org_id
    where i.kind = any(p_kinds) and i.due_on < p_monday + p_days_ahead
    group by c.ancestor_id, c.descendant_id
  ), ranked as (
    select b.*, o.name, row_number() over (partition by b.ancestor_id order by b.overdue desc, b.soon desc, o.name) as place
    from below b join organisation o on o.id = b.descendant_id
  ), digest as (
    select ancestor_id as org_id, jsonb_build_object('monday', p_monday, 'bodies', count(*), 'overdue', sum(overdue), 'soon', sum(soon),
      'lines', jsonb_agg(jsonb_build_object('name', name, 'overdue', overdue, 'soon', soon) order by place) filter (where place <= p_lines)) as facts
    from ranked group by ancestor_id
  ), reminded as (
    insert into reminder (org_id, kind, about, day, person_id, mail_id, due_on)
    select w.org_id, 'digest', 'below', p_monday, w.person_id, gen_random_uuid(), p_monday
    from (select distinct d.org_id, r.person_id from digest d join mail_recipients(p_today) r on r.org_id = d.org_id and r.role = any(p_roles) and r.wants_all) w
    order by w.org_id, w.person_id
    on conflict do nothing returning org_id, person_id, mail_id
  ), queued as (
    insert into outgoing_mail (org_id, id, person_id, kind, facts)
    select g.org_id, g.mail_id, g.person_id, 'digest', d.facts from reminded g join digest d on d.org_id = g.org_id
    returning 1
  )
  select count(*)::integer from queued
$function$;
CREATE OR REPLACE FUNCTION public.queue_reminders(p_today date, p_plans jsonb, p_days_back integer)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_nestloop TO 'off'
AS $function$
  with plan as (
    select * from jsonb_to_recordset(p_plans) as s (kind text, phase text, days integer[], roles text[], needed text[])
  ), due as (
    select distinct on (i.org_id, i.kind, i.about) i.*, i.due_on + s.days as day, p.roles, p.needed
    from plan p
      join due_item i on i.kind = p.kind and i.due_on between p_today - 60 - p_days_back and p_today + 60
      cross join lateral unnest(coalesce(i.reminder_days, p.days)) as s (days)
    where i.due_on + s.days between p_today - p_days_back and p_today
      and p.phase = case sign(s.days) when -1 then 'before' when 0 then 'on' else 'after' end
    order by i.org_id, i.kind, i.about, s.days desc
  ), wanted as (
    select distinct d.org_id, d.kind, d.about, d.day, d.due_on, r.person_id
    from due d join mail_recipients(p_today) r on r.org_id = d.org_id and r.role = any(d.roles) and (r.wants_all or r.role = any(d.needed))
    where not exists (select from reminder g where g.org_id = d.org_id and g.kind = d.kind and g.about = d.about and g.day = d.day and g.person_id = r.person_id)
  ), letter as materialized (
    select org_id, person_id, gen_random_uuid() as id from (select distinct org_id, person_id from wanted) w
  ), reminded as (
    insert into reminder (org_id, kind, about, day, person_id, mail_id, due_on)
    select w.org_id, w.kind, w.about, w.day, w.person_id, l.id, w.due_on
    from wanted w join letter l on l.org_id = w.org_id and l.person_id = w.person_id
    order by w.org_id, w.kind, w.about, w.day, w.person_id
    on conflict do nothing returning org_id, kind, about, person_id, mail_id
  ), queued as (
    insert into outgoing_mail (org_id, id, person_id, kind, facts)
    select g.org_id, g.mail_id, g.person_id, 'reminder', jsonb_build_object('items', jsonb_agg(jsonb_build_object('kind', d.kind, 'about', d.about,
      'title', case d.marking when 'OFFICIAL' then d.title else '' end, 'year', d.year, 'due_on', d.due_on, 'day', d.day) order by d.due_on, d.kind, d.about))
    from reminded g join due d on d.org_id = g.org_id and d.kind = g.kind and d.about = g.about
    group by g.org_id, g.mail_id, g.person_id
    returning 1
  )
  select count(*)::integer from queued
$function$;
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
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  perform from assessment a where a.org_id = touched.org_id and a.id = touched.assessment_id for share;
  if tg_op = 'UPDATE' and new.assessment_id <> old.assessment_id then
    raise exception 'a record keeps its assessment' using errcode = 'integrity_constraint_violation';
  end if;
  if standing_submission(touched.org_id, touched.assessment_id) is not null then
    raise exception 'the assessment has been submitted and is never changed' using errcode = 'DR001';
  end if;
  return touched;
end
$function$;
CREATE OR REPLACE FUNCTION public.refuse_answer_to_withdrawn()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('risk request ' || new.request_id, 0));
  if exists (select from risk_withdrawal w where w.org_id = new.request_org_id and w.request_id = new.request_id) then
    raise exception 'what was withdrawn is not answered' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
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
CREATE OR REPLACE FUNCTION public.refuse_key_of_officer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from membership m where m.org_id = new.org_id and m.person_id = scope_person() and m.department_id = new.department_id
      and m.role in ('prevent_lead', 'contributor') and m.from_day <= new.turned_on and new.turned_on < m.to_day) then
    raise exception 'who takes bookings in does not decide about them' using errcode = 'DR037';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  closing text := tg_argv[0];
  bookkeeping text[] := array['version', 'changed_at', 'changed_by', closing];
begin
  if tg_op = 'DELETE' or (to_jsonb(old) ->> closing) is not null or (to_jsonb(old) - bookkeeping) <> (to_jsonb(new) - bookkeeping) then
    raise exception 'what was written stands' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.refuse_withdrawal_by_others()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.created_by is distinct from scope_person() then
    raise exception 'a comment is withdrawn by its writer alone' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.returns_reminded(p_org uuid, p_quarters text[])
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(jsonb_object_agg(d.about, d.days), '{}') from (
    select r.about, jsonb_agg(distinct r.day order by r.day) as days from reminder r
    where r.org_id = p_org and p_org = any(scope_tree()) and r.kind = 'return' and r.about = any(p_quarters)
      and not exists (select from outgoing_mail m where m.org_id = r.org_id and m.id = r.mail_id and m.sent_at is null)
    group by r.about) d
$function$;
CREATE OR REPLACE FUNCTION public.sample_differences(p_org uuid, p_exercise uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*)::integer from sample_answer c
    join sample_answer p on p.org_id = c.org_id and p.exercise_id = c.exercise_id and p.position = c.position and p.question = c.question and p.seat = 'police'
  where c.org_id = p_org and c.exercise_id = p_exercise and c.seat = 'chair' and c.code <> p.code
    and not exists (select from sample_answer a where a.org_id = c.org_id and a.exercise_id = c.exercise_id and a.position = c.position and a.question = c.question and a.seat = 'agreed')
$function$;
CREATE OR REPLACE FUNCTION public.scope_above()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select string_to_array(nullif(current_setting('app.above', true), ''), ',')::uuid[] $function$;
CREATE OR REPLACE FUNCTION public.scope_above_of(p_org uuid, p_day date)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(string_agg(distinct ancestor_id::text, ','), '') from organisation_closure
  where descendant_id = p_org and from_day <= p_day and p_day < to_day
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
CREATE OR REPLACE FUNCTION public.scope_parts()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select string_to_array(nullif(current_setting('app.parts', true), ''), ',') $function$;
CREATE OR REPLACE FUNCTION public.scope_parts_of(p_org uuid, p_day date, p_written boolean)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(string_agg(distinct g.org_id || '/' || g.assessment_id || '/' || i.code, ','), '')
  from access_grant g join indicator i on i.edition_id = g.edition_id and (i.code = g.indicator_code or i.benchmark_code = g.benchmark_code)
  where g.grantee_id = p_org and g.kind = 'part' and g.from_day <= p_day and p_day < g.to_day and (g.may_write or not p_written)
$function$;
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
CREATE OR REPLACE FUNCTION public.scope_written_parts()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select string_to_array(nullif(current_setting('app.written_parts', true), ''), ',') $function$;
CREATE OR REPLACE FUNCTION public.sealed_throws(p_org uuid, p_exercise uuid)
 RETURNS TABLE(chair text, police text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.throws, p.throws from sample_throw c join sample_throw p on p.org_id = c.org_id and p.exercise_id = c.exercise_id and p.seat = 'police'
  where c.org_id = p_org and c.exercise_id = p_exercise and c.seat = 'chair' and scope_person() in (c.thrown_by, p.thrown_by)
$function$;
CREATE OR REPLACE FUNCTION public.send_again(p_mail uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with again as (
    update outgoing_mail set given_up_at = null, failure = null, attempts = 0, next_try_at = now()
    where org_id = scope_organisation() and id = p_mail and given_up_at is not null returning 1)
  select exists (select from again)
$function$;
CREATE OR REPLACE FUNCTION public.sent_below(p_org uuid, p_day date)
 RETURNS TABLE(id uuid, name text, short_name text, since date, quarter text, sent_on date, due_on date, kind text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.id, o.name, o.short_name, l.from_day, r.quarter, r.sent_on, r.due_on, r.kind
  from organisation_link l join organisation o on o.id = l.child_id
    left join risk_return r on r.org_id = l.child_id and r.sent_at is not null
  where p_org = scope_organisation() and l.parent_id = p_org and l.from_day <= p_day and l.to_day > p_day
$function$;
CREATE OR REPLACE FUNCTION public.session_has_ended(p_token_sha256 bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id from session s join account a on a.id = s.account_id
  where s.token_sha256 = p_token_sha256 and a.disabled_at is null
    and (now() >= s.ends_at or now() >= s.last_seen_at + make_interval(mins => s.idle_minutes))
$function$;
CREATE OR REPLACE FUNCTION public.settle_again(p_org uuid, p_exercise uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from sample_seat s join sample_exercise e on e.org_id = s.org_id and e.id = s.exercise_id
      where s.org_id = p_org and s.exercise_id = p_exercise and s.person_id = scope_person() and e.state = 'drawn') then
    raise exception 'a reviewer has it settled again' using errcode = 'DR015';
  end if;
  delete from sample_answer where org_id = p_org and exercise_id = p_exercise and seat = 'agreed';
  set local app.unsettling = 'yes';
  update sample_seat set settled_at = null where org_id = p_org and exercise_id = p_exercise and settled_at is not null;
  set local app.unsettling = 'no';
end
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
CREATE OR REPLACE FUNCTION public.standing_sign_off(p_org uuid, p_assessment uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select o.id from sign_off o where o.org_id = p_org and o.assessment_id = p_assessment and o.state_sha256 = assessment_state(p_org, p_assessment)
    and not exists (select from submission s where s.org_id = p_org and s.sign_off_id = o.id)
    and not exists (select from assessment_writer w where w.org_id = p_org and w.assessment_id = p_assessment and w.person_id = o.created_by)
    order by o.created_at desc, o.id desc limit 1
$function$;
CREATE OR REPLACE FUNCTION public.standing_submission(p_org uuid, p_assessment uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select s.id from submission s where s.org_id = p_org and s.assessment_id = p_assessment
    and not exists (select from reopening r where r.org_id = p_org and r.submission_id = s.id and r.confirmed_at is not null)
$function$;
CREATE OR REPLACE FUNCTION public.take_back_answers(p_org uuid, p_exercise uuid, p_position integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone integer;
begin
  delete from sample_answer a using sample_seat s
    where a.org_id = p_org and a.exercise_id = p_exercise and a.position = p_position and a.reviewer_id = scope_person()
      and s.org_id = a.org_id and s.exercise_id = a.exercise_id and s.seat = a.seat and s.person_id = scope_person() and s.finished_at is null;
  get diagnostics gone = row_count;
  return gone;
end
$function$;
CREATE OR REPLACE FUNCTION public.touch_moderation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched record := case when tg_op = 'DELETE' then old else new end;
begin
  if tg_op = 'UPDATE' and only_opened(to_jsonb(old), to_jsonb(new)) then return null; end if;
  update moderation set checked_by = null, checked_at = null where org_id = touched.org_id and id = touched.moderation_id;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.usual_years(p_period text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ select case p_period when 'account' then 1 else 6 end $function$;
CREATE OR REPLACE FUNCTION public.verdict_of(p_org uuid, p_booking uuid, p_round integer)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when p.verdict = s.verdict then p.verdict else t.verdict end
  from booking_key p
    join booking_key s on s.org_id = p.org_id and s.booking_id = p.booking_id and s.round = p.round and s.side = 'safety'
    left join booking_key t on t.org_id = p.org_id and t.booking_id = p.booking_id and t.round = p.round and t.side = 'third'
  where p.org_id = p_org and p.booking_id = p_booking and p.round = p_round and p.side = 'property'
    and p.person_id <> s.person_id and p.department_id <> s.department_id
$function$;
CREATE OR REPLACE FUNCTION public.visit(p_token_sha256 bytea, p_short_name text, p_day date, p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  holder record;
begin
  select a.id, a.demonstration, s.last_seen_at into holder
  from session s join account a on a.id = s.account_id
  where s.token_sha256 = p_token_sha256 and a.disabled_at is null
    and now() < s.ends_at and now() < s.last_seen_at + make_interval(mins => s.idle_minutes);
  if not found then return null; end if;
  if holder.last_seen_at < now() - interval '1 minute' then
    update session set last_seen_at = now() where token_sha256 = p_token_sha256;
  end if;
  return visit_of(holder.id, holder.demonstration, p_short_name, p_day, p_today);
end
$function$;
CREATE OR REPLACE FUNCTION public.visit_by_token(p_token_sha256 bytea, p_short_name text, p_day date, p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  holder record;
begin
  select a.id, a.demonstration, t.id as token_id, t.scope, t.last_used_at into holder
  from api_token t join account a on a.id = t.account_id
  where t.token_sha256 = p_token_sha256 and t.revoked_at is null and now() < t.ends_at and a.disabled_at is null
    and (not a.demonstration or (select demonstration from installation));
  if not found then return null; end if;
  if holder.last_used_at is null or holder.last_used_at < now() - interval '1 minute' then
    update api_token set last_used_at = now() where id = holder.token_id;
  end if;
  return visit_of(holder.id, holder.demonstration, p_short_name, p_day, p_today) || jsonb_build_object('tokenScope', holder.scope);
end
$function$;
CREATE OR REPLACE FUNCTION public.visit_of(p_account_id uuid, p_demonstration boolean, p_short_name text, p_day date, p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  target organisation;
  memberships jsonb;
  ways jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'role', m.role, 'organisation',
      jsonb_build_object('id', o.id, 'shortName', o.short_name, 'name', o.name, 'kind', o.kind, 'invented', o.invented)) order by o.name, m.role), '[]')
    into memberships
  from person p
    join membership m on m.org_id = p.org_id and m.person_id = p.id and m.from_day <= p_today and p_today < m.to_day
    join organisation o on o.id = p.org_id
  where p.account_id = p_account_id and not p.invited;
  select * into target from organisation o where o.short_name = p_short_name;
  if found then
    select coalesce(jsonb_agg(way), '[]') into ways from (
      select jsonb_build_object('scope', 'own', 'orgId', p.org_id, 'personId', p.id) way
        from person p where p.account_id = p_account_id and not p.invited and p.org_id = target.id
      union all
      select jsonb_build_object('scope', 'tree', 'orgId', p.org_id, 'personId', p.id)
        from person p join organisation_closure c on c.ancestor_id = p.org_id
        where p.account_id = p_account_id and not p.invited and c.descendant_id = target.id and c.from_day <= p_day and p_day < c.to_day
      union all
      select distinct jsonb_build_object('scope', 'grant', 'orgId', p.org_id, 'personId', p.id, 'kind', g.kind)
        from person p join access_grant g on g.grantee_id = p.org_id
        where p.account_id = p_account_id and not p.invited and g.org_id = target.id and g.from_day <= p_today and p_today < g.to_day
    ) w;
  end if;
  return jsonb_build_object(
    'accountId', p_account_id, 'demonstration', p_demonstration, 'memberships', memberships,
    'organisation', case when target.id is null then null else
      jsonb_build_object('id', target.id, 'shortName', target.short_name, 'name', target.name, 'kind', target.kind, 'invented', target.invented) end,
    'ways', coalesce(ways, '[]'),
    'logo', case when ways @> '[{"scope": "own"}]' then (select encode(l.logo_sha256, 'hex') from look l where l.org_id = target.id) end);
end
$function$;
CREATE OR REPLACE FUNCTION public.withdraw_reminders(p_org uuid, p_kind text, p_about text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  letters uuid[];
begin
  select array_agg(w.id) into letters from (
    select m.id from outgoing_mail m
    where m.org_id = p_org and m.kind = 'reminder' and m.sent_at is null and m.facts @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('kind', p_kind, 'about', p_about)))
    for update skip locked) w;
  if letters is null then return; end if;
  delete from reminder r where r.org_id = p_org and r.kind = p_kind and r.about = p_about and r.mail_id = any(letters);
  update outgoing_mail m set facts = jsonb_set(m.facts, '{items}',
      (select coalesce(jsonb_agg(i), '[]') from jsonb_array_elements(m.facts -> 'items') i where i ->> 'kind' <> p_kind or i ->> 'about' <> p_about))
    where m.org_id = p_org and m.id = any(letters);
  delete from outgoing_mail m where m.org_id = p_org and m.id = any(letters) and m.facts -> 'items' = '[]';
end
$function$;
CREATE OR REPLACE FUNCTION public.withdraw_return_reminders()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform withdraw_reminders(new.org_id, 'return', new.quarter);
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION public.withhold_part()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.withheld := (select m.origin = 'recorded' and m.published_at is null from moderation m where m.org_id = new.org_id and m.id = new.moderation_id);
  -- Opening it changes nothing of what was written, by whom and when.
  if tg_op = 'UPDATE' and old.withheld and not new.withheld then
    new.version := old.version;
    new.changed_at := old.changed_at;
    new.changed_by := old.changed_by;
  end if;
  return new;
end
$function$;

-- Triggers
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.access_grant FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.access_grant FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.action FOR EACH ROW EXECUTE FUNCTION audit_change('text', 'partners', 'success_measure', 'origin_note', 'outcome', 'reopened_reason');
CREATE TRIGGER closure BEFORE INSERT OR UPDATE ON public.action FOR EACH ROW EXECUTE FUNCTION hold_closure();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.action FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.action_evidence FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.action_evidence FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.action_note FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.action_note FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE UPDATE ON public.action_note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.amendment FOR EACH ROW EXECUTE FUNCTION audit_change('frozen');
CREATE TRIGGER held BEFORE INSERT OR DELETE OR UPDATE ON public.amendment FOR EACH ROW EXECUTE FUNCTION hold_amendment();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.amendment FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.answer FOR EACH ROW EXECUTE FUNCTION audit_change('note');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.answer FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER submitted BEFORE INSERT OR DELETE OR UPDATE ON public.answer FOR EACH ROW EXECUTE FUNCTION refuse_after_submission();
CREATE TRIGGER writer AFTER INSERT OR DELETE OR UPDATE ON public.answer FOR EACH ROW EXECUTE FUNCTION note_writer();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.assignment FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.assignment FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER submitted BEFORE INSERT OR UPDATE ON public.assignment FOR EACH ROW EXECUTE FUNCTION refuse_after_submission();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER unchanged BEFORE UPDATE ON public.audit_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.booking FOR EACH ROW EXECUTE FUNCTION audit_change('reference');
CREATE TRIGGER decided BEFORE INSERT OR UPDATE ON public.booking FOR EACH ROW EXECUTE FUNCTION hold_booking();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.booking FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.booking_advice FOR EACH ROW EXECUTE FUNCTION audit_change('question', 'answer');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.booking_advice FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.booking_check FOR EACH ROW EXECUTE FUNCTION audit_change('said');
CREATE TRIGGER before_keys BEFORE INSERT OR UPDATE ON public.booking_check FOR EACH ROW EXECUTE FUNCTION hold_booking_check();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.booking_check FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.booking_correction FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.booking_correction FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.booking_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER undecided BEFORE INSERT ON public.booking_correction FOR EACH ROW EXECUTE FUNCTION hold_booking_correction();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.booking_key FOR EACH ROW EXECUTE FUNCTION audit_change('said', 'conditions', 'ground_said', 'less_restrictive', 'equality', 'expression', 'review_route');
CREATE TRIGGER not_by_officer BEFORE INSERT ON public.booking_key FOR EACH ROW EXECUTE FUNCTION refuse_key_of_officer();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.booking_key FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER turned BEFORE INSERT OR UPDATE ON public.booking_key FOR EACH ROW EXECUTE FUNCTION hold_key();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.booking_review FOR EACH ROW EXECUTE FUNCTION audit_change('said', 'reason');
CREATE TRIGGER heard BEFORE INSERT OR UPDATE ON public.booking_review FOR EACH ROW EXECUTE FUNCTION hold_booking_review();
CREATE TRIGGER heard_apart BEFORE UPDATE ON public.booking_review FOR EACH ROW EXECUTE FUNCTION hold_hearing();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.booking_review FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.calendar_feed FOR EACH ROW EXECUTE FUNCTION audit_change('token_sha256');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.calendar_feed FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.challenge FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER held BEFORE INSERT ON public.challenge FOR EACH ROW EXECUTE FUNCTION hold_challenge();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.challenge FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.challenge FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.challenge_reply FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER held BEFORE INSERT ON public.challenge_reply FOR EACH ROW EXECUTE FUNCTION hold_reply();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.challenge_reply FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.challenge_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.channel_agreement FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.channel_agreement FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.channel_agreement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.channel_control FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER held BEFORE INSERT OR DELETE OR UPDATE ON public.channel_control FOR EACH ROW EXECUTE FUNCTION hold_channel_control();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.channel_control FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.channel_meeting FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.channel_meeting FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.channel_office FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.channel_office FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.channel_office FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.channel_panel FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.channel_panel FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.channel_presence FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.channel_presence FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.channel_reviews FOR EACH ROW EXECUTE FUNCTION audit_change('due', 'on_time');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.channel_reviews FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.channel_seat FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.channel_seat FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.channel_statement FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER held BEFORE INSERT OR DELETE OR UPDATE ON public.channel_statement FOR EACH ROW EXECUTE FUNCTION hold_channel_statement();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.channel_statement FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.chase FOR EACH ROW EXECUTE FUNCTION audit_change('note');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.chase FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.chase FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.column_match FOR EACH ROW EXECUTE FUNCTION audit_change('heading');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.column_match FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.comment FOR EACH ROW EXECUTE FUNCTION audit_change('said');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.comment FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON public.comment FOR EACH ROW EXECUTE FUNCTION refuse_rewriting('withdrawn_at');
CREATE TRIGGER writer BEFORE UPDATE ON public.comment FOR EACH ROW EXECUTE FUNCTION refuse_withdrawal_by_others();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.committee_meeting FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.committee_meeting FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.cover FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.cover FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.department FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.department FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.disposal FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.disposal FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.disposal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION audit_change('title', 'url', 'file_name');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.evidence_use FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.evidence_use FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER submitted BEFORE INSERT OR DELETE OR UPDATE ON public.evidence_use FOR EACH ROW EXECUTE FUNCTION refuse_after_submission();
CREATE TRIGGER writer AFTER INSERT OR DELETE OR UPDATE ON public.evidence_use FOR EACH ROW EXECUTE FUNCTION note_writer();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.exemption FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.exemption FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.findings_reply FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER reply BEFORE INSERT ON public.findings_reply FOR EACH ROW EXECUTE FUNCTION hold_recommendation_reply();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.findings_reply FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.findings_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION audit_change('reply', 'outcome', 'reopened_reason');
CREATE TRIGGER closure BEFORE INSERT OR UPDATE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION hold_closure();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER step BEFORE INSERT OR UPDATE ON public.follow_up FOR EACH ROW EXECUTE FUNCTION hold_follow_up();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.follow_up_evidence FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.follow_up_evidence FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.issued_pack FOR EACH ROW EXECUTE FUNCTION audit_change('frozen');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.issued_pack FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.issued_pack FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.key_holder FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.key_holder FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.look FOR EACH ROW EXECUTE FUNCTION audit_change('shown_as', 'logo_alternative', 'template_file');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.look FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.look_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.moderation FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER findings BEFORE INSERT OR DELETE OR UPDATE ON public.moderation FOR EACH ROW EXECUTE FUNCTION hold_moderation();
CREATE TRIGGER opened AFTER UPDATE ON public.moderation FOR EACH ROW WHEN (((new.origin = 'recorded'::text) AND (old.published_at IS NULL) AND (new.published_at IS NOT NULL))) EXECUTE FUNCTION open_parts();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.moderation FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION audit_change('not_applicable_reason');
CREATE TRIGGER findings BEFORE INSERT OR DELETE OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION hold_findings();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER touch AFTER INSERT OR DELETE OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION touch_moderation();
CREATE TRIGGER withheld BEFORE INSERT OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION withhold_part();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.paper_text FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.paper_text FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.partner_check FOR EACH ROW EXECUTE FUNCTION audit_change('said');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.partner_check FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.partner_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.past_count FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.past_count FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.past_year FOR EACH ROW EXECUTE FUNCTION audit_change('source');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.past_year FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION audit_change('name');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.plan_objective FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.plan_objective FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.police_profile FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.police_profile FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.police_profile FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.progress_note FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.progress_note FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE UPDATE ON public.progress_note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.public_release FOR EACH ROW EXECUTE FUNCTION audit_change('frozen', 'withdrawn_reason');
CREATE TRIGGER release BEFORE DELETE OR UPDATE ON public.public_release FOR EACH ROW EXECUTE FUNCTION hold_release();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.public_release FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.publication FOR EACH ROW EXECUTE FUNCTION audit_change('frozen');
CREATE TRIGGER findings BEFORE INSERT ON public.publication FOR EACH ROW EXECUTE FUNCTION hold_findings();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.publication FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER standing BEFORE INSERT ON public.publication FOR EACH ROW EXECUTE FUNCTION hold_publication();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.publication FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.rating FOR EACH ROW EXECUTE FUNCTION audit_change('narrative', 'not_applicable_reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.rating FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER submitted BEFORE INSERT OR DELETE OR UPDATE ON public.rating FOR EACH ROW EXECUTE FUNCTION refuse_after_submission();
CREATE TRIGGER writer AFTER INSERT OR DELETE OR UPDATE ON public.rating FOR EACH ROW EXECUTE FUNCTION note_writer();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.recommendation FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER findings BEFORE INSERT OR DELETE OR UPDATE ON public.recommendation FOR EACH ROW EXECUTE FUNCTION hold_findings();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.recommendation FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER touch AFTER INSERT OR DELETE OR UPDATE ON public.recommendation FOR EACH ROW EXECUTE FUNCTION touch_moderation();
CREATE TRIGGER withheld BEFORE INSERT OR UPDATE ON public.recommendation FOR EACH ROW EXECUTE FUNCTION withhold_part();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.referral_pathway FOR EACH ROW EXECUTE FUNCTION audit_change('form_edition', 'steps', 'safeguarding', 'complaints', 'change_note');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.referral_pathway FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE UPDATE ON public.referral_pathway FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.reminders_off FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.reminders_off FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.reopening FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER held BEFORE INSERT OR DELETE OR UPDATE ON public.reopening FOR EACH ROW EXECUTE FUNCTION hold_reopening();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.reopening FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.retention_period FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER period BEFORE INSERT OR UPDATE ON public.retention_period FOR EACH ROW EXECUTE FUNCTION hold_period();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.retention_period FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER stays BEFORE DELETE ON public.retention_period FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.return_note FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.return_note FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.return_note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.returned_risk FOR EACH ROW EXECUTE FUNCTION audit_change('reason', 'cause', 'event', 'effect', 'controls', 'public_summary');
CREATE TRIGGER sent BEFORE INSERT ON public.returned_risk FOR EACH ROW EXECUTE FUNCTION hold_returned_risk();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.returned_risk FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.returned_risk FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.rework FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.rework FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON public.rework FOR EACH ROW EXECUTE FUNCTION refuse_rewriting('handed_in_at');
CREATE TRIGGER submitted BEFORE INSERT OR UPDATE ON public.rework FOR EACH ROW EXECUTE FUNCTION refuse_after_submission();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk FOR EACH ROW EXECUTE FUNCTION audit_change('cause', 'event', 'effect', 'controls', 'public_summary', 'closed_reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_citation FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER sent BEFORE INSERT ON public.risk_citation FOR EACH ROW EXECUTE FUNCTION hold_citation();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_citation FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE UPDATE ON public.risk_citation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_confirmation FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER sent BEFORE INSERT OR DELETE OR UPDATE ON public.risk_confirmation FOR EACH ROW EXECUTE FUNCTION hold_confirmation();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_confirmation FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_event FOR EACH ROW EXECUTE FUNCTION audit_change('title');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_event FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.risk_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_event_answer FOR EACH ROW EXECUTE FUNCTION audit_change('said');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_event_answer FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.risk_event_answer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_event_body FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_event_body FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.risk_event_body FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_matrix FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_matrix FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.risk_matrix FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_quarter FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_quarter FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_reply FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER held BEFORE INSERT ON public.risk_reply FOR EACH ROW EXECUTE FUNCTION hold_risk_reply();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_reply FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER still_asked BEFORE INSERT ON public.risk_reply FOR EACH ROW EXECUTE FUNCTION refuse_answer_to_withdrawn();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.risk_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_request FOR EACH ROW EXECUTE FUNCTION audit_change('reason', 'cause', 'event', 'effect', 'controls');
CREATE TRIGGER held BEFORE INSERT ON public.risk_request FOR EACH ROW EXECUTE FUNCTION hold_risk_request();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_request FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.risk_request FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_return FOR EACH ROW EXECUTE FUNCTION audit_change('nil_reason', 'frozen');
CREATE TRIGGER sent BEFORE INSERT OR DELETE OR UPDATE ON public.risk_return FOR EACH ROW EXECUTE FUNCTION hold_return();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_return FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE CONSTRAINT TRIGGER whole AFTER UPDATE ON public.risk_return DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_returned_risks();
CREATE TRIGGER withdraw_reminders AFTER UPDATE ON public.risk_return FOR EACH ROW WHEN (((old.sent_at IS NULL) AND (new.sent_at IS NOT NULL))) EXECUTE FUNCTION withdraw_return_reminders();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_scoring FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_scoring FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.risk_scoring FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.risk_withdrawal FOR EACH ROW EXECUTE FUNCTION audit_change('reason');
CREATE TRIGGER held BEFORE INSERT ON public.risk_withdrawal FOR EACH ROW EXECUTE FUNCTION hold_risk_withdrawal();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.risk_withdrawal FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.risk_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER answering BEFORE INSERT ON public.sample_answer FOR EACH ROW EXECUTE FUNCTION hold_answer();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.sample_check FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.sample_check FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.sample_draw FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER drawing BEFORE INSERT ON public.sample_draw FOR EACH ROW EXECUTE FUNCTION hold_draw();
CREATE TRIGGER drawn AFTER INSERT ON public.sample_draw FOR EACH ROW EXECUTE FUNCTION after_draw();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.sample_draw FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.sample_draw FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.sample_exercise FOR EACH ROW EXECUTE FUNCTION audit_change('list_used', 'list_order', 'custodian_role', 'exclusions', 'repeat_reason', 'frame', 'themes', 'learning', 'lapse_reason');
CREATE TRIGGER kept BEFORE DELETE ON public.sample_exercise FOR EACH ROW EXECUTE FUNCTION keep_frame();
CREATE TRIGGER life BEFORE INSERT OR UPDATE ON public.sample_exercise FOR EACH ROW EXECUTE FUNCTION hold_exercise();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.sample_exercise FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.sample_programme FOR EACH ROW EXECUTE FUNCTION audit_change('purpose');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.sample_programme FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.sample_seat FOR EACH ROW EXECUTE FUNCTION audit_change('role');
CREATE TRIGGER kept BEFORE DELETE ON public.sample_seat FOR EACH ROW EXECUTE FUNCTION keep_seat();
CREATE TRIGGER seat BEFORE INSERT OR UPDATE ON public.sample_seat FOR EACH ROW EXECUTE FUNCTION hold_seat();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.sample_seat FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.sample_tally FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.sample_tally FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER throwing BEFORE INSERT ON public.sample_throw FOR EACH ROW EXECUTE FUNCTION hold_throw();
CREATE TRIGGER unchanged BEFORE UPDATE ON public.sample_throw FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.shared_findings FOR EACH ROW EXECUTE FUNCTION audit_change('frozen');
CREATE TRIGGER findings BEFORE INSERT ON public.shared_findings FOR EACH ROW EXECUTE FUNCTION hold_findings();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.shared_findings FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.shared_findings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.sign_off FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER held BEFORE INSERT ON public.sign_off FOR EACH ROW EXECUTE FUNCTION hold_sign_off();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.sign_off FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.sign_off FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.strength FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER findings BEFORE INSERT OR DELETE OR UPDATE ON public.strength FOR EACH ROW EXECUTE FUNCTION hold_findings();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.strength FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER touch AFTER INSERT OR DELETE OR UPDATE ON public.strength FOR EACH ROW EXECUTE FUNCTION touch_moderation();
CREATE TRIGGER withheld BEFORE INSERT OR UPDATE ON public.strength FOR EACH ROW EXECUTE FUNCTION withhold_part();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.submission FOR EACH ROW EXECUTE FUNCTION audit_change('frozen');
CREATE TRIGGER held BEFORE INSERT ON public.submission FOR EACH ROW EXECUTE FUNCTION hold_submission();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.submission FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.submission FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.threshold FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.threshold FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.venue_incident FOR EACH ROW EXECUTE FUNCTION audit_change('what', 'learned');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.venue_incident FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER unchanged BEFORE DELETE OR UPDATE ON public.venue_incident FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.venue_policy FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.venue_policy FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.venue_site FOR EACH ROW EXECUTE FUNCTION audit_change();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.venue_site FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.visit_note FOR EACH ROW EXECUTE FUNCTION audit_change('text');
CREATE TRIGGER shared BEFORE UPDATE ON public.visit_note FOR EACH ROW EXECUTE FUNCTION hold_visit_note();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.visit_note FOR EACH ROW EXECUTE FUNCTION stamp_row();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.year_document FOR EACH ROW EXECUTE FUNCTION audit_change('source');
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.year_document FOR EACH ROW EXECUTE FUNCTION stamp_row();

-- Rights
grant delete, insert, select, update on access_grant to dueregard_own;
grant insert, select on account to dueregard_accounts;
grant select on action to dueregard_grant;
grant insert, select, update on action to dueregard_own;
grant delete, insert, select, update on action_evidence to dueregard_own;
grant insert, select on action_note to dueregard_grant;
grant insert, select on action_note to dueregard_own;
grant select on amendment to dueregard_grant;
grant select on amendment to dueregard_national;
grant delete, insert, select, update on amendment to dueregard_own;
grant select on amendment to dueregard_tree;
grant insert, select on answer to dueregard_grant;
grant delete, insert, select, update on answer to dueregard_own;
grant insert, select on api_token to dueregard_accounts;
grant select on assessment to dueregard_grant;
grant delete, insert, select, update on assessment to dueregard_own;
grant select on assessment_writer to dueregard_own;
grant delete, insert, select, update on assignment to dueregard_own;
grant select on audit_event to dueregard_own;
grant select on audit_head to dueregard_own;
grant select on audit_text to dueregard_own;
grant select on benchmark to dueregard_app;
grant select on benchmark to dueregard_grant;
grant select on benchmark to dueregard_national;
grant select on benchmark to dueregard_own;
grant select on benchmark to dueregard_tree;
grant insert, select, update on booking to dueregard_own;
grant insert, select, update on booking_advice to dueregard_own;
grant insert, select, update on booking_check to dueregard_own;
grant delete, insert, select, update on booking_correction to dueregard_own;
grant insert, select, update on booking_key to dueregard_own;
grant insert, select, update on booking_review to dueregard_own;
grant delete, insert, select, update on calendar_feed to dueregard_own;
grant delete, insert, select, update on challenge to dueregard_own;
grant delete, insert, select, update on challenge_reply to dueregard_own;
grant select on channel_agreement to dueregard_grant;
grant delete, insert, select, update on channel_agreement to dueregard_own;
grant delete, insert, select, update on channel_control to dueregard_own;
grant select on channel_meeting to dueregard_grant;
grant delete, insert, select, update on channel_meeting to dueregard_own;
grant select on channel_office to dueregard_grant;
grant delete, insert, select, update on channel_office to dueregard_own;
grant select on channel_panel to dueregard_grant;
grant delete, insert, select, update on channel_panel to dueregard_own;
grant select on channel_presence to dueregard_grant;
grant delete, insert, select, update on channel_presence to dueregard_own;
grant delete, insert, select, update on channel_reviews to dueregard_own;
grant select on channel_seat to dueregard_grant;
grant delete, insert, select, update on channel_seat to dueregard_own;
grant select on channel_statement to dueregard_grant;
grant delete, insert, select, update on channel_statement to dueregard_own;
grant delete, insert, select, update on chase to dueregard_own;
grant delete, insert, select, update on column_match to dueregard_own;
grant delete, insert, select, update on comment to dueregard_own;
grant delete, insert, select, update on committee_meeting to dueregard_own;
grant select on control_area to dueregard_app;
grant select on control_area to dueregard_grant;
grant select on control_area to dueregard_national;
grant select on control_area to dueregard_own;
grant select on control_area to dueregard_tree;
grant select on control_option to dueregard_app;
grant select on control_option to dueregard_grant;
grant select on control_option to dueregard_national;
grant select on control_option to dueregard_own;
grant select on control_option to dueregard_tree;
grant delete, insert, select, update on cover to dueregard_own;
grant delete, insert, select, update on department to dueregard_own;
grant select on disposal to dueregard_own;
grant delete, insert, select, update on draft to dueregard_own;
grant select on due_item to dueregard_own;
grant select on edition to dueregard_accounts;
grant select on edition to dueregard_app;
grant select on edition to dueregard_grant;
grant select on edition to dueregard_national;
grant select on edition to dueregard_own;
grant select on edition to dueregard_tree;
grant select on edition_draft to dueregard_accounts;
grant select on edition_keeper to dueregard_accounts;
grant select on evidence to dueregard_grant;
grant delete, insert, select, update on evidence to dueregard_own;
grant delete, insert, select, update on evidence_use to dueregard_own;
grant select on exemption to dueregard_grant;
grant delete, insert, select, update on exemption to dueregard_own;
grant select on findings_reply to dueregard_grant;
grant delete, insert, select, update on findings_reply to dueregard_own;
grant insert, select, update on follow_up to dueregard_own;
grant delete, insert, select, update on follow_up_evidence to dueregard_own;
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
grant delete, select on kept_form to dueregard_accounts;
grant insert, select, update on key_holder to dueregard_own;
grant delete, insert, select, update on known_browser to dueregard_accounts;
grant select on look to dueregard_grant;
grant delete, insert, select, update on look to dueregard_own;
grant select on look_file to dueregard_grant;
grant insert, select on look_file to dueregard_own;
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
grant select on outgoing_mail to dueregard_accounts;
grant select on outgoing_mail to dueregard_own;
grant select on paper_text to dueregard_grant;
grant delete, insert, select, update on paper_text to dueregard_own;
grant delete, insert, select, update on partner_check to dueregard_own;
grant delete, insert, select, update on past_count to dueregard_own;
grant delete, insert, select, update on past_year to dueregard_own;
grant delete, insert, select, update on person to dueregard_own;
grant delete, insert, select, update on plan_objective to dueregard_own;
grant delete, insert, select, update on police_profile to dueregard_own;
grant insert, select on progress_note to dueregard_own;
grant delete, insert, select, update on public_release to dueregard_own;
grant insert, select on publication to dueregard_grant;
grant select on publication to dueregard_national;
grant delete, insert, select, update on publication to dueregard_own;
grant select on publication to dueregard_tree;
grant delete, insert, select, update on rating to dueregard_own;
grant delete, insert, select, update on recommendation to dueregard_grant;
grant delete, insert, select, update on recommendation to dueregard_own;
grant insert, select on referral_pathway to dueregard_own;
grant select on reminder to dueregard_own;
grant delete, insert, select, update on reminders_off to dueregard_own;
grant delete, insert, select, update on reopening to dueregard_own;
grant insert, select, update on request_key to dueregard_grant;
grant insert, select, update on request_key to dueregard_own;
grant delete, insert, select, update on retention_period to dueregard_own;
grant delete, insert, select, update on return_note to dueregard_own;
grant select on return_note to dueregard_tree;
grant delete, insert, select, update on returned_risk to dueregard_own;
grant select on returned_risk to dueregard_tree;
grant delete, insert, select, update on rework to dueregard_own;
grant delete, insert, select, update on risk to dueregard_own;
grant delete, insert, select, update on risk_citation to dueregard_own;
grant delete, insert, select, update on risk_confirmation to dueregard_own;
grant delete, insert, select, update on risk_event to dueregard_own;
grant delete, insert, select, update on risk_event_answer to dueregard_own;
grant select on risk_event_answer to dueregard_tree;
grant delete, insert, select, update on risk_event_body to dueregard_own;
grant delete, insert, select, update on risk_matrix to dueregard_own;
grant delete, insert, select, update on risk_quarter to dueregard_own;
grant delete, insert, select, update on risk_reply to dueregard_own;
grant delete, insert, select, update on risk_request to dueregard_own;
grant delete, insert, select, update on risk_return to dueregard_own;
grant select on risk_return to dueregard_tree;
grant delete, insert, select, update on risk_scoring to dueregard_own;
grant delete, insert, select, update on risk_withdrawal to dueregard_own;
grant insert, select on sample_answer to dueregard_grant;
grant insert, select on sample_answer to dueregard_own;
grant insert, select on sample_check to dueregard_own;
grant insert, select on sample_draw to dueregard_grant;
grant insert, select on sample_draw to dueregard_own;
grant select on sample_exercise to dueregard_grant;
grant delete, insert, select, update on sample_exercise to dueregard_own;
grant insert, select, update on sample_programme to dueregard_own;
grant select, update on sample_seat to dueregard_grant;
grant delete, insert, select, update on sample_seat to dueregard_own;
grant select on sample_tally to dueregard_grant;
grant select on sample_tally to dueregard_own;
grant insert, select on sample_throw to dueregard_grant;
grant insert, select on sample_throw to dueregard_own;
grant select on scale_level to dueregard_app;
grant select on scale_level to dueregard_grant;
grant select on scale_level to dueregard_national;
grant select on scale_level to dueregard_own;
grant select on scale_level to dueregard_tree;
grant delete, insert, select, update on session to dueregard_accounts;
grant insert, select on shared_findings to dueregard_grant;
grant select on shared_findings to dueregard_own;
grant delete, insert, select, update on sheet_import to dueregard_own;
grant delete, insert, select, update on sign_in_guess to dueregard_accounts;
grant delete, insert, select, update on sign_off to dueregard_own;
grant delete, insert, select, update on strength to dueregard_grant;
grant delete, insert, select, update on strength to dueregard_own;
grant select on submission to dueregard_grant;
grant select on submission to dueregard_national;
grant delete, insert, select, update on submission to dueregard_own;
grant select on submission to dueregard_tree;
grant select on threshold to dueregard_grant;
grant delete, insert, select, update on threshold to dueregard_own;
grant delete, insert, select, update on venue_incident to dueregard_own;
grant insert, select, update on venue_policy to dueregard_own;
grant insert, select, update on venue_site to dueregard_own;
grant insert, select on visit_note to dueregard_grant;
grant select on visit_note to dueregard_own;
grant delete, insert, select, update on year_document to dueregard_own;

-- Rights on columns
grant update (disabled_at, password_hash) on account to dueregard_accounts;
grant select (demonstration, id) on account to dueregard_app;
grant select (benchmark_code, due_on, edition_id, id, marking, objective_id, org_id, owner_body, owner_id, owner_role, partners, start_on, state, success_measure, text) on action to dueregard_tree;
grant select (action_id, created_at, dated_on, id, org_id, rag) on action_note to dueregard_tree;
grant update (note, status) on answer to dueregard_grant;
grant update (revoked_at) on api_token to dueregard_accounts;
grant insert (content_sha256, file_text, id, loaded_by, title) on edition_draft to dueregard_accounts;
grant select (due_on, org_id, recommendation_id, state) on follow_up to dueregard_grant;
grant select (due_on, org_id, recommendation_id, state) on follow_up to dueregard_tree;
grant update (attempts, failure, given_up_at, next_try_at, sent_at) on outgoing_mail to dueregard_accounts;
grant insert (facts, id, kind, org_id, person_id) on outgoing_mail to dueregard_own;
grant select (benchmark_code, edition_id, id, marking, org_id, text) on plan_objective to dueregard_tree;
grant select (created_at, frozen, org_id, withdrawn_at, year) on public_release to dueregard_public;
grant update (shared_at) on visit_note to dueregard_grant;

-- Rights on functions
grant execute on function after_draw() to public;
grant execute on function assessment_state(uuid,uuid) to public;
grant execute on function audit_bytes(audit_event) to public;
grant execute on function audit_change() to public;
grant execute on function audit_note(text,uuid,jsonb) to dueregard_grant;
grant execute on function audit_note(text,uuid,jsonb) to dueregard_own;
grant execute on function calendar_at(bytea,date) to dueregard_accounts;
grant execute on function channel_figures(uuid,date) to dueregard_grant;
grant execute on function channel_figures(uuid,date) to dueregard_own;
grant execute on function channel_panels_shared(date) to dueregard_grant;
grant execute on function channel_panels_shared(date) to dueregard_own;
grant execute on function channel_statement_shared(uuid,date) to dueregard_grant;
grant execute on function count_returned_risks() to public;
grant execute on function demonstration_people(date) to dueregard_accounts;
grant execute on function dispose_of_closed_actions(uuid,date) to dueregard_accounts;
grant execute on function dispose_of_due(uuid,date) to dueregard_accounts;
grant execute on function dispose_of_mail(integer) to dueregard_accounts;
grant execute on function dispose_of_old_bookings(uuid,date) to dueregard_accounts;
grant execute on function dispose_of_old_channel(uuid,date) to dueregard_accounts;
grant execute on function dispose_of_old_risk_log(uuid,date) to dueregard_accounts;
grant execute on function dispose_of_old_samples(uuid,date) to dueregard_accounts;
grant execute on function dispose_of_passing() to dueregard_accounts;
grant execute on function edition_draft_discard(uuid,uuid) to dueregard_accounts;
grant execute on function edition_draft_publish(uuid,uuid,text) to dueregard_accounts;
grant execute on function edition_load(uuid,jsonb,bytea) to dueregard_app;
grant execute on function enter_public_scope() to public;
grant execute on function enter_scope(text,uuid,uuid,date) to public;
grant execute on function erase_due_sample_answers(uuid,date) to dueregard_accounts;
grant execute on function evidence_titles(uuid,uuid,text) to dueregard_grant;
grant execute on function file_is_named(uuid,bytea) to dueregard_accounts;
grant execute on function financial_year(date) to public;
grant execute on function hold_amendment() to public;
grant execute on function hold_answer() to public;
grant execute on function hold_assessment(uuid,uuid) to public;
grant execute on function hold_booking() to public;
grant execute on function hold_booking_check() to public;
grant execute on function hold_booking_correction() to public;
grant execute on function hold_booking_review() to public;
grant execute on function hold_challenge() to public;
grant execute on function hold_channel_control() to public;
grant execute on function hold_channel_statement() to public;
grant execute on function hold_citation() to public;
grant execute on function hold_closure() to public;
grant execute on function hold_confirmation() to public;
grant execute on function hold_draw() to public;
grant execute on function hold_exercise() to public;
grant execute on function hold_findings() to public;
grant execute on function hold_follow_up() to public;
grant execute on function hold_hearing() to public;
grant execute on function hold_key() to public;
grant execute on function hold_moderation() to public;
grant execute on function hold_period() to public;
grant execute on function hold_publication() to public;
grant execute on function hold_recommendation_reply() to public;
grant execute on function hold_release() to public;
grant execute on function hold_reopening() to public;
grant execute on function hold_reply() to public;
grant execute on function hold_return() to public;
grant execute on function hold_returned_risk() to public;
grant execute on function hold_risk_reply() to public;
grant execute on function hold_risk_request() to public;
grant execute on function hold_risk_withdrawal() to public;
grant execute on function hold_seat() to public;
grant execute on function hold_sign_off() to public;
grant execute on function hold_submission() to public;
grant execute on function hold_throw() to public;
grant execute on function hold_visit_note() to public;
grant execute on function is_open_challenge(challenge) to public;
grant execute on function keep_form(bytea,uuid,bytea) to dueregard_app;
grant execute on function keep_frame() to public;
grant execute on function keep_seat() to public;
grant execute on function mail_goes_to(uuid,uuid,date) to dueregard_accounts;
grant execute on function may_begin_for(uuid,date) to dueregard_own;
grant execute on function names_of_people(uuid[]) to dueregard_accounts;
grant execute on function names_of_people(uuid[]) to dueregard_grant;
grant execute on function names_of_people(uuid[]) to dueregard_own;
grant execute on function names_of_people(uuid[]) to dueregard_tree;
grant execute on function note_writer() to public;
grant execute on function only_opened(jsonb,jsonb) to public;
grant execute on function open_parts() to public;
grant execute on function parts_opened_to_us(date) to dueregard_grant;
grant execute on function protect_owned(regclass,text[]) to public;
grant execute on function queue_digests(date,date,text[],text[],integer,integer) to dueregard_accounts;
grant execute on function queue_reminders(date,jsonb,integer) to dueregard_accounts;
grant execute on function refuse_after_submission() to public;
grant execute on function refuse_answer_to_withdrawn() to public;
grant execute on function refuse_change() to public;
grant execute on function refuse_key_of_officer() to public;
grant execute on function refuse_rewriting() to public;
grant execute on function refuse_withdrawal_by_others() to public;
grant execute on function returns_reminded(uuid,text[]) to dueregard_tree;
grant execute on function scope_above() to public;
grant execute on function scope_above_of(uuid,date) to dueregard_accounts;
grant execute on function scope_above_of(uuid,date) to dueregard_app;
grant execute on function scope_above_of(uuid,date) to dueregard_grant;
grant execute on function scope_above_of(uuid,date) to dueregard_own;
grant execute on function scope_above_of(uuid,date) to dueregard_tree;
grant execute on function scope_granted(text) to public;
grant execute on function scope_granted_records(text) to public;
grant execute on function scope_grants_of(uuid,date,boolean) to dueregard_app;
grant execute on function scope_grants_of(uuid,date,boolean) to dueregard_grant;
grant execute on function scope_grants_of(uuid,date,boolean) to dueregard_own;
grant execute on function scope_grants_of(uuid,date,boolean) to dueregard_tree;
grant execute on function scope_is_national() to public;
grant execute on function scope_organisation() to public;
grant execute on function scope_parts() to public;
grant execute on function scope_parts_of(uuid,date,boolean) to dueregard_app;
grant execute on function scope_parts_of(uuid,date,boolean) to dueregard_grant;
grant execute on function scope_parts_of(uuid,date,boolean) to dueregard_own;
grant execute on function scope_parts_of(uuid,date,boolean) to dueregard_tree;
grant execute on function scope_person() to public;
grant execute on function scope_tree() to public;
grant execute on function scope_tree_of(uuid,date) to dueregard_app;
grant execute on function scope_tree_of(uuid,date) to dueregard_grant;
grant execute on function scope_tree_of(uuid,date) to dueregard_own;
grant execute on function scope_tree_of(uuid,date) to dueregard_tree;
grant execute on function scope_written_parts() to public;
grant execute on function sealed_throws(uuid,uuid) to dueregard_grant;
grant execute on function sealed_throws(uuid,uuid) to dueregard_own;
grant execute on function send_again(uuid) to dueregard_own;
grant execute on function sent_below(uuid,date) to dueregard_own;
grant execute on function session_has_ended(bytea) to dueregard_app;
grant execute on function settle_again(uuid,uuid) to dueregard_grant;
grant execute on function settle_again(uuid,uuid) to dueregard_own;
grant execute on function stamp_row() to public;
grant execute on function standing_sign_off(uuid,uuid) to public;
grant execute on function standing_submission(uuid,uuid) to public;
grant execute on function take_back_answers(uuid,uuid,integer) to dueregard_grant;
grant execute on function take_back_answers(uuid,uuid,integer) to dueregard_own;
grant execute on function touch_moderation() to public;
grant execute on function usual_years(text) to public;
grant execute on function verdict_of(uuid,uuid,integer) to public;
grant execute on function visit(bytea,text,date,date) to dueregard_app;
grant execute on function visit_by_token(bytea,text,date,date) to dueregard_app;
grant execute on function withdraw_return_reminders() to public;
grant execute on function withhold_part() to public;
