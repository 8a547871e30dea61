import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type WireBetween = Awaited<ReturnType<typeof openWireBetween>>;

/** A way to a server (host and port of `url`) that can vanish: then nothing comes through, and nobody is told. */
export async function openWireBetween(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let gone = false;
  const server = createServer({ pauseOnConnect: true }, (near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
    }
    if (gone) return;
    pass(near, far);
    pass(far, near);
  });
  /** One end's death is told to the other one only while there is a way. */
  const pass = (from: Socket, to: Socket) => {
    from.on("data", (chunk) => void (gone || to.write(chunk)));
    from.on("close", () => void (gone || to.destroy()));
    from.resume();
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const here = new URL(url);
  here.hostname = "127.0.0.1";
  here.port = String((server.address() as AddressInfo).port);
  return {
    url: here.href.replace(/\/$/, target.pathname === "/" ? "" : "/"),
    vanish() {
      gone = true;
    },
    close() {
      gone = true;
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
