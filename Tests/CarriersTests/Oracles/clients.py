"""Drives the emulator with clients that are not ours; prints one JSON line of what they saw.

usage: clients.py urllib|kdniao|kdnmcp ADDRESS MERCHANT KEY
"""
import asyncio
import base64
import contextlib
import hashlib
import io
import json
import sys
import urllib.parse
import urllib.request

PARTY = {
    "Name": "张三", "Mobile": "13800001234", "ProvinceName": "广东省", "CityName": "深圳市",
    "ExpAreaName": "南山区", "Address": "科技园1号",
}


def order(code, shipper="YTO"):
    return {
        "OrderCode": code, "ShipperCode": shipper, "PayType": 3, "ExpType": "1", "Quantity": 1,
        "Sender": PARTY, "Receiver": PARTY, "Commodity": [{"GoodsName": "茶叶"}],
        "IsReturnPrintTemplate": 1,
    }


def post(address, path, merchant, key, kind, data):
    """A request as the published description has it, by the standard library alone."""
    digest = hashlib.md5((data + key).encode()).hexdigest()
    form = {
        "RequestData": data, "EBusinessID": merchant, "RequestType": kind,
        "DataSign": base64.b64encode(digest.encode()).decode(), "DataType": "2",
    }
    body = urllib.parse.urlencode(form).encode()
    with urllib.request.urlopen(address + path, body, timeout=10) as answer:
        return json.loads(answer.read())


def by_urllib(address, merchant, key):
    def ask(path, kind, data):
        return post(address, path, merchant, key, kind, data)

    first = ask("/api/EOrderService", "1007", json.dumps(order("U-1"), ensure_ascii=False))
    gateway = "/kdniaosandbox/gateway/exterfaceInvoke.json"
    again = ask(gateway, "1007", json.dumps(order("U-1")))
    number = first["Order"]["LogisticCode"]
    quoted = "{'LogisticCode':'%s'}" % number
    whose = ask("/Ebusiness/EbusinessOrderHandle.aspx", "2002", quoted)
    track = ask("/api/Dist", "8001", "{'ShipperCode':'YTO','LogisticCode':'%s'}" % number)
    cancel = {"ShipperCode": "YTO", "OrderCode": "U-1", "ExpNo": number}
    gone = ask("/api/Eorderservice2", "1147", json.dumps(cancel))
    wrong = post(address, "/api/EOrderService", merchant, "other", "1007", "{}")
    return {
        "codes": [answer["ResultCode"] for answer in (first, again, gone, wrong)],
        "same": number == again["Order"]["LogisticCode"],
        "template": number in first["PrintTemplate"],
        "whose": [shipper["ShipperCode"] for shipper in whose["Shippers"]],
        "state": track["State"],
    }


def by_kdniao(address, merchant, key):
    from kdniao.client import KdNiaoClient
    from kdniao.conf import APIPathBuilder

    APIPathBuilder.PROD = address.removeprefix("http://")
    client = KdNiaoClient(merchant, key, is_prod=True)
    first = client.create_eorder(order("K-1"))
    again = client.create_eorder(order("K-1"))
    number = first["data"]["Order"]["LogisticCode"]
    whose = client.recognise(number)
    track = client.track(number, "YTO", "K-1")
    follow = client.follow(number, "YTO")
    refused = client.create_eorder({"OrderCode": "K-2"})
    return {
        "codes": [a["data"]["ResultCode"] for a in (first, again, refused)],
        "success": [a["code_biz"] for a in (first, again, whose, track, follow, refused)],
        "same": number == again["data"]["Order"]["LogisticCode"],
        "whose": [shipper["ShipperCode"] for shipper in whose["data"]["Shippers"]],
    }


def by_kdnmcp(address, merchant, key):
    from models.kdniao_models import RecognizeRequest, TrackRequest
    from utils.kdniao_client import KDNiaoClient

    number = post(
        address, "/api/EOrderService", merchant, key, "1007", json.dumps(order("M-1"))
    )["Order"]["LogisticCode"]

    async def ask():
        async with KDNiaoClient(merchant, key, address + "/api/dist") as client:
            whose = await client.recognize_logistics_code(RecognizeRequest(LogisticCode=number))
            track = await client.track_logistics(
                TrackRequest(LogisticCode=number, ShipperCode="YTO"))
            return whose, track

    whose, track = asyncio.run(ask())
    return {
        "success": [whose.Success, track.Success],
        "whose": [shipper.ShipperCode for shipper in whose.Shippers],
        "state": track.State,
    }


def main():
    kind, address, merchant, key = sys.argv[1:]
    clients = {"urllib": by_urllib, "kdniao": by_kdniao, "kdnmcp": by_kdnmcp}
    # The libraries chat on standard output.
    with contextlib.redirect_stdout(io.StringIO()):
        seen = clients[kind](address, merchant, key)
    print(json.dumps(seen, sort_keys=True))


main()
