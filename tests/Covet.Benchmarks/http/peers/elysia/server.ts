// The Elysia side: its schemas validate, jose verifies tokens as the framework's own plugin does.
import { Elysia, t } from 'elysia'
import { jwtVerify } from 'jose'

const key = new TextEncoder().encode('a-key-for-benchmarks-only-32-byte')
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

const order = t.Object({
  customer: t.String({ minLength: 1, maxLength: 100 }),
  email: t.String({ pattern: '^[^@\\r\\n]+@[^@\\r\\n]+$' }),
  note: t.Optional(t.Nullable(t.String({ maxLength: 500 }))),
  lines: t.Array(
    t.Object({
      sku: t.String({ pattern: '^[A-Z]{3}-[0-9]{4}$' }),
      count: t.Integer({ minimum: 1, maximum: 100 }),
      cents: t.Integer({ minimum: 1, maximum: 10000000 })
    }),
    { minItems: 1, maxItems: 50 }
  )
})

const id = { params: t.Object({ id: t.Numeric() }) }

const app = new Elysia()
  .get('/plaintext', () => 'Hello, World!')
  .get('/json', () => ({ text: 'Hello, World!' }))
  .get('/users/:id', ({ params }) => ({ id: params.id, name: 'user ' + params.id }), id)
  .get('/products', () => products)
  .post('/orders', ({ body }) => {
    let count = 0
    let total = 0
    for (const line of body.lines) {
      count += line.count
      total += line.count * line.cents
    }
    return { customer: body.customer, count, total }
  }, { body: order })
  .get('/me', async ({ headers, status }) => {
    const authorization = headers.authorization ?? ''
    if (!authorization.startsWith('Bearer ')) return status(401)
    try {
      const { payload } = await jwtVerify(authorization.slice(7), key, {
        algorithms: ['HS256'], issuer: 'covet-bench', audience: 'covet-bench'
      })
      return { name: payload.sub }
    } catch {
      return status(401)
    }
  })

for (let n = 0; n < Number(process.env.ROUTES ?? 0); n++) {
  app.get(`/group${Math.floor(n / 50)}/resource${n}/:id`, ({ params }) => ({ id: params.id, name: `resource ${n}` }), id)
}

app.listen({ hostname: '127.0.0.1', port: Number(process.env.PORT), idleTimeout: 255 })
