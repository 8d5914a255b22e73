"""An OpenAI-compatible endpoint asked for claims: optional, named by the user, its answers held against the text.

What is asked is the text of a document that was given as a file, and nothing else: no name of a witness, no case, no
source. Sealed text never goes there.
"""

import asyncio
from typing import Final

import orjson

from vigil.model.claim import Document, Reading
from vigil.model.errors import InvalidInput, Malformed, Unavailable
from vigil.sources.live.address import web
from vigil.sources.live.asking import Patience, Service
from vigil.testimony.answers import ASKED, held_against

MOST_CHARACTERS: Final = 60_000
MOST_ANSWER_BYTES: Final = 2_000_000

ASKING: Final = Patience(attempts=3, first_wait_s=1.0, longest_wait_s=10.0, answer_within_s=180.0)
_HTTP_OK: Final = 200


class ClaimEndpoint:
    """Reads claims by asking a model elsewhere."""

    def __init__(self, address: str, model: str, *, key: str | None = None, patience: Patience = ASKING) -> None:
        """Nothing is asked yet.

        Raises:
            InvalidInput: The address cannot be used, or no model is named.
        """
        if not model.strip():
            raise InvalidInput("--model: name the model the endpoint is to answer with")
        self._address, self._model, self._patience = web(address), model.strip(), patience
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self.n_refused = 0

    @property
    def version(self) -> str:
        """The model's name as it was asked for, and where; stored with every finding."""
        return f"endpoint {self._model} at {self._address}, held against the text"

    def __call__(self, document: Document) -> Reading:
        """The claims of a document, as far as its own words bear them out.

        Raises:
            InvalidInput: The document is too long to be asked about at once.
            Unavailable: There was no answer that can be read.
        """
        if len(document.text) > MOST_CHARACTERS:
            raise InvalidInput(f"a document of more than {MOST_CHARACTERS:,} characters: give it in parts")
        answer = asyncio.run(self._asked(document.text))
        try:
            content = orjson.loads(answer)["choices"][0]["message"]["content"]
            held = held_against(document, orjson.loads(_bare(content)), reader=self.version)
        except (orjson.JSONDecodeError, KeyError, IndexError, TypeError, AttributeError, Malformed) as error:
            raise Unavailable("the endpoint's answer is no list of claims: try again, or read without it") from error
        self.n_refused += held.n_refused
        return held.reading

    async def _asked(self, text: str) -> bytes:
        question = {
            "model": self._model,
            "temperature": 0,
            "response_format": {"type": "json_object"},
            "messages": [{"role": "system", "content": ASKED}, {"role": "user", "content": text}],
        }
        body = orjson.dumps(question, default=str) if _is_whole(text) else None
        if body is None:
            raise InvalidInput("the text holds half of a surrogate pair and cannot be sent: read without an endpoint")
        async with Service(self._address, self._patience, headers=self._headers) as service:
            answer = await service.post(
                "chat/completions", body, headers={"Content-Type": "application/json"}, most_bytes=MOST_ANSWER_BYTES
            )
        if answer.status != _HTTP_OK:
            raise Unavailable(f"the endpoint answers HTTP {answer.status}")
        return answer.body


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= each <= "\udfff" for each in text)


def _bare(content: str) -> str:
    """The JSON without the fence some models put around it."""
    return content.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
