// How each system adds a frame to a page and receives its height, written again in as few lines as possible.
{
  /** @param {(frame: HTMLIFrameElement, data: any, origin: string) => void} heard */
  const onMessage = (heard) =>
    addEventListener("message", ({ data, source, origin }) => {
      const frame = frameOf(source);
      if (frame) heard(frame, data, origin);
    });

  /** The record in a message, which can also be a text of other senders. @param {string} data */
  const parse = (data) => {
    try {
      return JSON.parse(data);
    } catch {
      return {};
    }
  };

  window.systems = {
    AMP(src) {
      const frame = addFrame(src, { sandbox: "allow-scripts" });
      onMessage((sender, { sentinel, type, height }) => {
        if (sender !== frame || sentinel !== "amp" || type !== "embed-size") return;
        if (height < 100) throw new Error("AMP resizes nothing to less than 100 px");
        frame.style.height = `${height}px`;
      });
    },

    "@newswire/frames"(src) {
      const frame = addFrame(src);
      onMessage((sender, { sentinel, type, height }) => {
        if (sender === frame && sentinel === "amp" && type === "embed-size") frame.setAttribute("height", height);
      });
    },

    "NPR sidechain"(src) {
      const frame = addFrame(src);
      onMessage((sender, { sentinel, type, height }) => {
        if (sender === frame && sentinel === "amp" && type === "embed-size") frame.style.height = `${height}px`;
      });
    },

    "Pym.js"(src) {
      const address = new URL(src);
      for (const [name, value] of [
        ["initialWidth", "680"],
        ["childId", "map-1"],
        ["parentUrl", location.href],
      ]) {
        address.searchParams.set(name, value);
      }
      const frame = addFrame(address.href, { scrolling: "no" });
      const pattern = /^pymxPYMxmap-1xPYMx(\S+)xPYMx(.*)$/;
      onMessage((sender, data) => {
        const [, kind, value] = (sender === frame && typeof data === "string" && data.match(pattern)) || [];
        if (kind === "height") frame.style.height = `${parseInt(value, 10)}px`;
      });
    },

    "Datawrapper's listener"(src) {
      addFrame(src);
      onMessage((sender, data) => {
        for (const height of Object.values(data["datawrapper-height"] ?? {})) sender.style.height = `${height}px`;
      });
    },

    "Datawrapper's older listener"(src) {
      addFrame(`${src}&id=a1B2c`);
      onMessage((_, data) => {
        for (const [id, height] of Object.entries(data["datawrapper-height"] ?? {})) {
          document.querySelector(`iframe[src*="${id}"]`).style.height = `${height}px`;
        }
      });
    },

    Medium(src) {
      const frame = addFrame(src);
      onMessage((sender, data) => {
        const { context, height, src } = parse(data);
        if (context === "iframe.resize" && src === sender.src) frame.style.height = `${height}px`;
      });
    },

    "Flourish's listener"(src) {
      // It accepts messages from its own servers and from those of the page.
      const { pathname, search } = new URL(src);
      addFrame(pathname + search);
      onMessage((sender, data, origin) => {
        const { sender: name, context, method, height } = parse(data);
        if (origin !== location.origin || name !== "Flourish" || method !== "resize") return;
        if (context === "iframe.resize") sender.style.height = `${height}px`;
      });
    },

    "The Guardian"(src) {
      addFrame(src);
      onMessage((sender, data) => {
        const { type, value } = parse(data);
        if (type === "set-height") sender.style.height = `${value}px`;
      });
    },

    WordPress(src) {
      const secret = "k3Xq9aBz";
      const frame = addFrame(`${src}#?secret=${secret}`, { sandbox: "allow-scripts", "data-secret": secret });
      addEventListener("message", ({ data, source }) => {
        if (source !== frame.contentWindow || data.secret !== secret || /\W/.test(data.secret)) return;
        if (data.message !== "height") return;
        const width = frame.style.width;
        frame.removeAttribute("style");
        frame.style.width = width;
        frame.style.height = `${Math.min(Math.max(parseInt(data.value, 10), 200), 1000)}px`;
      });
    },

    "iframe-resizer"(src) {
      const frame = addFrame(src, { id: "iFrameResizer0" });
      const greet = () => {
        const words = "iFrameResizer0:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:false";
        frame.contentWindow?.postMessage(`[iFrameSizer]${words}`, "*");
      };
      frame.addEventListener("load", greet);
      onMessage((sender, data) => {
        if (typeof data !== "string" || !data.startsWith("[iFrameSizer]")) return;
        const [id, height, width, event] = data.slice("[iFrameSizer]".length).split(":");
        const known = sender === frame && id === frame.id && width === String(frame.clientWidth);
        if (!known || !event) throw new Error(`iframe-resizer does not know ${data}`);
        frame.style.height = `${height}px`;
      });
    },

    "frames.js"(src) {
      addFrame(src);
      loadFramesScript();
    },
  };
}
