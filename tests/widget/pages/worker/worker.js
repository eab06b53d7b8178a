// A service worker that answers each request for one file with nonsense. The address of this script says which: the
// parameters `file`, a part of the file's address, and `answer`.
{
  const query = new URL(location.href).searchParams;
  const file = String(query.get("file"));

  /** By name. Each function makes an answer. @type {Record<string, (request: Request) => Response|Promise<Response>>} */
  const ANSWERS = {
    page: () => new Response("<!doctype html><title>Offline</title>", { headers: { "Content-Type": "text/html" } }),
    nothing: () => new Response(""),
    bytes: () => new Response(new Uint8Array(5000).fill(7), { headers: { "Content-Type": "application/wasm" } }),
    error: () => Response.error(),
    redirection: () => Response.redirect("/nowhere"),
    half: async (request) => {
      const whole = await (await fetch(request)).arrayBuffer();
      const body = new ReadableStream({
        pull(flow) {
          flow.enqueue(new Uint8Array(whole.slice(0, whole.byteLength / 2)));
          flow.error(new Error("it breaks off"));
        },
      });
      return new Response(body, { headers: { "Content-Type": "application/wasm" } });
    },
  };

  addEventListener("fetch", (heard) => {
    const event = /** @type {Event & {request: Request, respondWith: (answer: unknown) => void}} */ (heard);
    if (event.request.url.includes(file)) event.respondWith(ANSWERS[String(query.get("answer"))](event.request));
  });
}
