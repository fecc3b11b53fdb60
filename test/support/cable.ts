import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** The network between a browser and the server, that somebody can pull out: service workers notice it too. */
export interface Cable {
  readonly baseURL: string;
  pull(): Promise<void>;
  plugIn(): Promise<void>;
}

/** Lays a cable to a server on this machine. */
export async function layCable(serverPort: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  let listener: Server | undefined;
  let port = 0;

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  };

  async function plugIn(): Promise<void> {
    if (listener?.listening) return;
    listener = createServer((socket) => {
      const onward = connect(serverPort, "127.0.0.1");
      keep(socket);
      keep(onward);
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((resolve) => listener!.listen(port, "127.0.0.1", () => resolve()));
    port = (listener.address() as AddressInfo).port;
  }

  async function pull(): Promise<void> {
    const closed = new Promise<void>((resolve) => listener?.close(() => resolve()) ?? resolve());
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  await plugIn();
  return { baseURL: `http://127.0.0.1:${port}`, pull, plugIn };
}
