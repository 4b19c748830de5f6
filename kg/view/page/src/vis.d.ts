// What the page uses of vis-network, which stands in the page as a script of its own.

interface VisPoint { x: number; y: number }

interface VisDataSet<T> {
  getIds(): string[];
  get(id: string): T | null;
  update(items: T[]): void;
  remove(ids: string[]): void;
  clear(): void;
}

interface VisEvent {
  nodes: string[];
  edges: string[];
  pointer: { DOM: VisPoint; canvas: VisPoint };
}

interface VisNetwork {
  on(event: "afterDrawing" | "beforeDrawing", listener: (context: CanvasRenderingContext2D) => void): void;
  on(event: "click" | "doubleClick" | "dragEnd" | "dragStart", listener: (event: VisEvent) => void): void;
  on(event: "hoverNode" | "blurNode", listener: (event: { node: string }) => void): void;
  getPositions(ids: string[]): Record<string, VisPoint>;
  getPosition(id: string): VisPoint;
  getScale(): number;
  getViewPosition(): VisPoint;
  moveTo(options: { position?: VisPoint; scale?: number }): void;
  moveNode(id: string, x: number, y: number): void;
  fit(options: { nodes?: string[]; animation: boolean; maxZoomLevel?: number }): void;
  redraw(): void;
  selectNodes(ids: string[], highlightEdges: boolean): void;
  DOMtoCanvas(point: VisPoint): VisPoint;
  canvasToDOM(point: VisPoint): VisPoint;
  body: {
    nodes: Record<string, (VisPoint & { draw(context: CanvasRenderingContext2D): void }) | undefined>;
    edges: Record<string, { connected: boolean; draw(context: CanvasRenderingContext2D): void; edgeType: { getPoint(part: number): VisPoint } } | undefined>;
  };
  renderer: { allowRedraw: boolean };
  canvas: { frame: { canvas: HTMLCanvasElement } };
}

declare const vis: {
  DataSet: new <T>(items: T[]) => VisDataSet<T>;
  Network: new (container: HTMLElement, data: { nodes: unknown; edges: unknown }, options: unknown) => VisNetwork;
};
