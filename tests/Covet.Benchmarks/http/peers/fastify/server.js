// The Fastify side: JSON schemas validate and compile the serialisers, as its guide recommends.
'use strict'
const fastify = require('fastify')
const { createVerifier } = require('fast-jwt')

const integer = { type: 'integer' }
const string = { type: 'string' }
const object = (properties) => ({ type: 'object', properties })
const reply = (schema) => ({ response: { 200: schema } })

const userSchema = reply(object({ id: integer, name: string }))
const productSchema = object({
  id: integer, name: string, description: string, price: { type: 'number' }, inStock: { type: 'boolean' },
  createdAt: { type: 'string', format: 'date-time' }, tags: { type: 'array', items: string }
})
const orderSchema = {
  type: 'object',
  required: ['customer', 'email', 'lines'],
  properties: {
    customer: { type: 'string', minLength: 1, maxLength: 100 },
    email: { type: 'string', pattern: '^[^@\r\n]+@[^@\r\n]+$' },
    note: { type: 'string', maxLength: 500, nullable: true },
    lines: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        required: ['sku', 'count', 'cents'],
        properties: {
          sku: { type: 'string', pattern: '^[A-Z]{3}-[0-9]{4}$' },
          count: { type: 'integer', minimum: 1, maximum: 100 },
          cents: { type: 'integer', minimum: 1, maximum: 10000000 }
        }
      }
    }
  }
}

const products = Array.from({ length: 60 }, (_, at) => {
  const i = at + 1
  return {
    id: i,
    name: `Product ${i}`,
    description: `A sturdy thing of many uses, number ${i}, made to last.`,
    price: i * 1.25,
    inStock: i % 3 !== 0,
    createdAt: new Date(Date.UTC(2024, 4, 1, 12, 0, at)),
    tags: ['tools', 'new']
  }
})

const app = fastify({ ajv: { customOptions: { allErrors: true } }, keepAliveTimeout: 600000 })
const verify = createVerifier({
  key: 'a-key-for-benchmarks-only-32-byte', algorithms: ['HS256'], allowedIss: 'covet-bench', allowedAud: 'covet-bench', cache: false
})

app.get('/plaintext', async (request, response) => { response.type('text/plain; charset=utf-8'); return 'Hello, World!' })
app.get('/json', { schema: reply(object({ text: string })) }, async () => ({ text: 'Hello, World!' }))
app.get('/users/:id', { schema: { params: object({ id: integer }), ...userSchema } },
  async (request) => ({ id: request.params.id, name: 'user ' + request.params.id }))
app.get('/products', { schema: reply({ type: 'array', items: productSchema }) }, async () => products)
app.post('/orders', { schema: { body: orderSchema, ...reply(object({ customer: string, count: integer, total: integer })) } },
  async (request) => {
    const order = request.body
    let count = 0
    let total = 0
    for (const line of order.lines) {
      count += line.count
      total += line.count * line.cents
    }
    return { customer: order.customer, count, total }
  })
app.get('/me', {
  schema: reply(object({ name: string })),
  onRequest: async (request, response) => {
    const authorization = request.headers.authorization ?? ''
    try {
      if (!authorization.startsWith('Bearer ')) throw new Error('no token')
      request.subject = verify(authorization.slice(7)).sub
    } catch {
      return response.code(401).send()
    }
  }
}, async (request) => ({ name: request.subject }))

for (let n = 0; n < Number(process.env.ROUTES ?? 0); n++) {
  app.get(`/group${Math.floor(n / 50)}/resource${n}/:id`, { schema: { params: object({ id: integer }), ...userSchema } },
    async (request) => ({ id: request.params.id, name: `resource ${n}` }))
}

app.listen({ host: '127.0.0.1', port: Number(process.env.PORT), backlog: 16384 })
