// A client of the Todo sample, typed by what openapi-typescript makes of its document. It has to compile, and it has to
// find what the types promise. Argument: the address of the running sample.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import createClient from 'openapi-fetch';
import type { components, paths } from './obj/todo.js';

type Todo = components['schemas']['Todo'];

const client = createClient<paths>({ baseUrl: process.argv[2]! });

const created = await client.POST('/todos', { body: { title: 'Written by a client', due: '2026-11-30' } });
strictEqual(created.response.status, 201);
const todo: Todo = created.data!;
deepStrictEqual(todo, { id: todo.id, title: 'Written by a client', due: '2026-11-30', done: false });

const conflict = await client.POST('/todos', { body: { title: 'Written by a client' } });
strictEqual(conflict.response.status, 409);
strictEqual((conflict.error as components['schemas']['ProblemDetails']).title, 'Already there');

// @ts-expect-error The document says that a title is required.
const incomplete = await client.POST('/todos', { body: { done: true } });
strictEqual(incomplete.response.status, 400);
deepStrictEqual(Object.keys((incomplete.error as components['schemas']['ValidationProblem']).codes!), ['title']);

// @ts-expect-error And that a limit is a number.
const malformed = await client.GET('/todos', { params: { query: { limit: 'many' } } });
strictEqual(malformed.response.status, 400);

const page = await client.GET('/todos', { params: { query: { done: false, limit: 10 } } });
const items: Todo[] = page.data!.items;
deepStrictEqual(items, [todo]);
const next: number | null = page.data!.nextOffset;
strictEqual(next, null);

const found = await client.GET('/todos/{id}', { params: { path: { id: todo.id } } });
deepStrictEqual(found.data, todo);
const missing = await client.GET('/todos/{id}', { params: { path: { id: 4711 } } });
strictEqual(missing.response.status, 404);

const changed = await client.PUT('/todos/{id}', { params: { path: { id: todo.id } }, body: { title: todo.title, done: true } });
ok(changed.data!.done);
const removed = await client.DELETE('/todos/{id}', { params: { path: { id: todo.id } } });
strictEqual(removed.response.status, 204);
console.log('ok: the typed client');
