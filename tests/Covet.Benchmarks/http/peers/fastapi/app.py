"""The FastAPI side: pydantic models validate, uvicorn with uvloop and httptools serves."""
import os
import re
from datetime import datetime, timedelta, timezone
from typing import List, Optional

import jwt
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel, Field, validator


class Message(BaseModel):
    text: str


class User(BaseModel):
    id: int
    name: str


class Me(BaseModel):
    name: str


class Product(BaseModel):
    id: int
    name: str
    description: str
    price: float
    inStock: bool
    createdAt: datetime
    tags: List[str]


class OrderLine(BaseModel):
    sku: str = Field(min_length=1, regex="^[A-Z]{3}-[0-9]{4}$")
    count: int = Field(ge=1, le=100)
    cents: int = Field(ge=1, le=10_000_000)


class Order(BaseModel):
    customer: str = Field(min_length=1, max_length=100)
    email: str = Field(min_length=1)
    note: Optional[str] = Field(default=None, max_length=500)
    lines: List[OrderLine] = Field(min_items=1, max_items=50)

    @validator("email")
    def email_has_one_at(cls, value):
        at = value.find("@")
        if at <= 0 or at == len(value) - 1 or value.find("@", at + 1) >= 0 or re.search("[\r\n]", value):
            raise ValueError("not a valid e-mail address")
        return value


class Receipt(BaseModel):
    customer: str
    count: int
    total: int


START = datetime(2024, 5, 1, 12, 0, 0, tzinfo=timezone.utc)
PRODUCTS = [
    Product(
        id=i,
        name=f"Product {i}",
        description=f"A sturdy thing of many uses, number {i}, made to last.",
        price=i * 1.25,
        inStock=i % 3 != 0,
        createdAt=START + timedelta(seconds=i - 1),
        tags=["tools", "new"],
    )
    for i in range(1, 61)
]

app = FastAPI()


@app.get("/plaintext", response_class=PlainTextResponse)
async def plaintext():
    return "Hello, World!"


@app.get("/json", response_model=Message)
async def message():
    return Message(text="Hello, World!")


@app.get("/users/{id}", response_model=User)
async def find_user(id: int):
    return User(id=id, name=f"user {id}")


@app.get("/products", response_model=List[Product])
async def list_products():
    return PRODUCTS


@app.post("/orders", response_model=Receipt)
async def post_order(order: Order):
    return Receipt(
        customer=order.customer,
        count=sum(line.count for line in order.lines),
        total=sum(line.count * line.cents for line in order.lines),
    )


def subject(request: Request) -> str:
    authorization = request.headers.get("authorization", "")
    if not authorization.startswith("Bearer "):
        raise HTTPException(401)
    try:
        claims = jwt.decode(
            authorization[7:],
            "a-key-for-benchmarks-only-32-byte",
            algorithms=["HS256"],
            audience="covet-bench",
            issuer="covet-bench",
        )
    except jwt.InvalidTokenError:
        raise HTTPException(401)
    return claims["sub"]


@app.get("/me", response_model=Me)
async def me(name: str = Depends(subject)):
    return Me(name=name)


def add_resource(n: int):
    @app.get(f"/group{n // 50}/resource{n}/{{id}}", response_model=User)
    async def resource(id: int):
        return User(id=id, name=f"resource {n}")


for number in range(int(os.environ.get("ROUTES", "0"))):
    add_resource(number)
