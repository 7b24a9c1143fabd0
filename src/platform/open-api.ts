import * as z from 'zod';
import { en } from '../words/index.ts';
import type { Operation } from './api.ts';
import { problem, statuses, typeOf, type ProblemKind } from './problem.ts';
import type { FormShape } from './shape.ts';

type Schema = { readonly [name: string]: unknown };

const said = en.api;
const stringExamples: Readonly<Record<string, string>> = { date: '2026-03-31', 'date-time': '2026-03-31T09:30:00Z', uuid: said.anyParameter.example };
const kinds = Object.keys(statuses) as ProblemKind[];

/** The description of the interface for programs (OpenAPI 3.1), made from the shapes that check what is sent. */
export function openApi(operations: readonly Operation[], root: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const operation of operations) {
    const path = operation.route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.route.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: said.title, version: '1', description: said.about },
    servers: [{ url: root }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: said.tokenSaid } },
      schemas: { Problem: problemSchema },
      responses: Object.fromEntries(kinds.map((kind) => [nameOf(kind), problemResponse(kind)])),
    },
  };
}

/** One example of what a schema allows: each field's own, the first choice, or the plainest value of its type. */
export function exampleOf(schema: Schema): unknown {
  const { examples, enum: values, const: value, type, properties, items, anyOf, oneOf, format } = schema as {
    examples?: unknown[]; enum?: unknown[]; const?: unknown; type?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[]; format?: string;
  };
  if (examples?.length) return examples[0];
  if (values?.length) return values[0];
  if (value !== undefined) return value;
  const [first] = anyOf ?? oneOf ?? [];
  if (first) return exampleOf(first);
  switch (type) {
    case 'object': return Object.fromEntries(Object.entries(properties ?? {}).map(([name, field]) => [name, exampleOf(field)]));
    case 'array': return items ? [exampleOf(items)] : [];
    case 'string': return stringExamples[format ?? ''] ?? 'text';
    case 'integer': case 'number': return 1;
    case 'boolean': return true;
    default: return null;
  }
}

function describe(operation: Operation): Schema {
  const { route } = operation;
  const rule = route.access.name;
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: `${rule.charAt(0).toUpperCase()}${rule.slice(1)}`,
    tags: [route.path.split('/').filter((part) => part !== '' && !part.startsWith(':') && part !== 'organisations')[0] ?? 'organisations'],
    ...(route.access.for === 'anyone' ? { security: [] } : {}),
    parameters: [...inPath(route.path), ...(operation.does === 'read' ? inQuery(operation.query) : operation.does === 'send' ? inHeaders(operation.form) : [])],
    ...(operation.does === 'send' ? { requestBody: bodyOf(operation.form) } : {}),
    responses: { 200: answerOf(operation), ...problemsOf(operation) },
  };
}

function inPath(path: string): Schema[] {
  const named: Readonly<Record<string, { readonly says: string; readonly example: string }>> = said.parameters;
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const { says, example } = named[name] ?? said.anyParameter;
    const shown = name === 'code' && path.includes('/benchmarks/') ? said.parameters.benchmark.example : example;
    return { name, in: 'path', required: true, description: says, schema: { type: 'string' }, example: shown };
  });
}

function inQuery({ fields }: FormShape): Schema[] {
  const { properties = {} } = schemaOf(fields) as { properties?: Record<string, Schema> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, description: schema['description'], schema, example: exampleOf(schema) }));
}

function inHeaders({ fields }: FormShape): Schema[] {
  const key = { name: 'Idempotency-Key', in: 'header', required: false, description: said.headers.idempotencyKey, schema: { type: 'string', minLength: 1, maxLength: 200 } };
  const match = { name: 'If-Match', in: 'header', required: false, description: said.headers.ifMatch, schema: { type: 'string', pattern: '^"[0-9]{1,9}"$' } };
  return 'version' in fields.shape ? [match, key] : [key];
}

function bodyOf({ fields, file, others }: FormShape): Schema {
  const whole = schemaOf(fields);
  const schema: Schema = others ? { ...whole, patternProperties: { [others.source]: whole['additionalProperties'] }, additionalProperties: false } : whole;
  if (file === undefined) return { required: Object.values(fields.shape).some((field) => !(field instanceof z.ZodOptional)), content: { 'application/json': { schema, example: exampleOf(schema) } } };
  const properties = { ...(schema['properties'] as Schema), [file]: { type: 'string', contentMediaType: 'application/octet-stream' } };
  return { required: true, content: { 'multipart/form-data': { schema: { ...schema, properties, required: [...((schema['required'] ?? []) as string[]), file] } } } };
}

function answerOf(operation: Operation): Schema {
  if (operation.does === 'download') return { description: said.responses.file, content: { '*/*': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } } };
  const shape = operation.does === 'read' ? operation.shape : operation.form.answers ?? doneShape;
  const schema = schemaOf(shape);
  return { description: operation.does === 'read' ? said.responses.read : said.responses.done, content: { 'application/json': { schema, example: exampleOf(schema) } } };
}

/** What is answered to a form: where to read what it changed, and the version that it has now where the record has one. */
export const doneShape = z.strictObject({
  location: z.string().meta({ description: said.headers.location, examples: ['/api/v1/organisations/exampleshire/assessments/2025-26/indicators/LA1.m1'] }),
  version: z.int().nullable().meta({ description: said.versionSaid, examples: [2] }),
});

export const problemShape = z.strictObject({
  type: z.enum(kinds.map(typeOf)), title: z.string(), status: z.int(), detail: z.string().optional(),
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
  confirm: z.string().optional(), theirs: z.unknown().optional(), yours: z.unknown().optional(), reference: z.string().optional(),
});

const problemSchema = { ...schemaOf(problemShape), description: said.responses.problem };

function problemsOf({ route, does }: Operation): Schema {
  const possible: ProblemKind[] = ['refused', 'unavailable', 'broken'];
  if (route.access.for !== 'anyone') possible.push('not signed in', 'not allowed');
  if (route.access.for === 'members') possible.push('not found', 'conflict');
  if (route.path.includes(':')) possible.push('unreadable', 'not found');
  if (does === 'send') possible.push('unreadable', 'not allowed', 'conflict', 'too large', 'wrong media type');
  return Object.fromEntries([...new Set(possible)].map((kind) => [statuses[kind], { $ref: `#/components/responses/${nameOf(kind)}` }]));
}

function problemResponse(kind: ProblemKind): Schema {
  return { description: said.problems[kind].title, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: problem(kind) } } };
}

/** "not signed in" as components are named: "NotSignedIn". */
function nameOf(kind: ProblemKind): string {
  return kind.replace(/(^| )(\w)/g, (_, _space: string, letter: string) => letter.toUpperCase());
}

function schemaOf(shape: z.ZodType): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });
  return schema;
}
