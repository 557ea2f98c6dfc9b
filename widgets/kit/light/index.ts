/**
 * What the booking element needs of Preact, in a fifth of its size: the build puts this file in its place there.
 * Elements, functions and classes, fragments, keys, refs, one context per class; no hooks. Any change of state draws
 * the whole root anew, and only what differs touches the document.
 */

type Props = Record<string, unknown> & { children?: unknown };

interface Context {
  value: unknown;
}

interface VNode {
  type: string | ((props: Props) => unknown) | (new (props: Props) => Component) | Context | null;
  props: Props;
  key?: unknown;
  /** Text, an element, or what a class made. */
  dom?: Text | HTMLElement;
  made?: Component;
  kids?: Map<string, VNode>;
}

interface Root {
  update(): void;
}

/** The `ref` and `key` of a JSX expression are no properties of what it makes. */
export function jsx(type: VNode["type"], props: Props, key?: unknown): VNode {
  return { type, props, key };
}

export const h = (type: VNode["type"], props: Props | null, ...children: unknown[]): VNode =>
  jsx(type, { ...props, ...(children.length && { children }) });

export const Fragment = ({ children }: Props) => children;

export const createRef = () => ({ current: null });

/** A value for the classes inside its provider, which name it as their `contextType`. */
export function createContext(value: unknown) {
  const context = { value };
  return Object.assign(context, { Provider: context });
}

export class Component {
  props: Props;
  state: object = {};
  context: unknown;
  root: Root | undefined;
  constructor(props: Props) {
    this.props = props;
  }
  setState(patch: object): void {
    this.state = { ...this.state, ...patch };
    this.root?.update();
  }
  render(_props: Props, _state: object): unknown {
    return null;
  }
  componentDidMount?(): void;
  componentDidUpdate?(): void;
  componentWillUnmount?(): void;
  componentDidCatch?(error: unknown): void;
}

type Class = (new (props: Props) => Component) & { contextType?: Context };

const isClass = (type: unknown): type is Class => (type as Class).prototype instanceof Component;

const roots = new WeakMap<Element, { draw(node: VNode | null): void }>();

/** Draws into an element; null takes everything away again. */
export function render(node: unknown, parent: Element): void {
  let root = roots.get(parent);
  if (!root) {
    root = rootOf(parent);
    roots.set(parent, root);
  }
  root.draw(node as VNode | null);
}

function rootOf(parent: Element) {
  let shown: VNode = { type: "", props: {} };
  let queued = false;
  let after: (() => void)[] = [];
  const root: Root = {
    update() {
      if (queued) return;
      queued = true;
      queueMicrotask(() => draw(shown.props.children as VNode));
    },
  };

  function draw(children: VNode | null) {
    queued = false;
    const next: VNode = { type: "", props: { children } };
    place(parent, kidsOf(next, shown, children, false, new Map()));
    shown = next;
    const done = after;
    after = [];
    for (const one of done) one();
  }

  /** Draws what is inside a node, where `old` is what was there; answers its outermost parts of the document. */
  function kidsOf(
    node: VNode,
    old: VNode | undefined,
    children: unknown,
    svg: boolean,
    context: Map<Context, unknown>,
  ) {
    // Before anything is written: what is drawn again unchanged is the same node.
    const were = old?.kids;
    const kids = new Map<string, VNode>();
    node.kids = kids;
    collect(children, "", kids);
    const parts: (Text | HTMLElement)[] = [];
    for (const [key, kid] of kids) {
      const before = were?.get(key);
      const same = before?.type === kid.type ? before : undefined;
      if (same) were?.delete(key);
      parts.push(...partsOf(kid, same, svg, context));
    }
    were?.forEach(leave);
    return parts;
  }

  function partsOf(
    node: VNode,
    old: VNode | undefined,
    svg: boolean,
    context: Map<Context, unknown>,
  ): (Text | HTMLElement)[] {
    const { type, props } = node;
    if (type === null) {
      const text = (old?.dom ?? new Text()) as Text;
      node.dom = text;
      if (text.data !== props.children) text.data = props.children as string;
      return [text];
    }
    if (typeof type === "string") {
      const inside = svg || type === "svg";
      const dom = (old?.dom ??
        document.createElementNS(`http://www.w3.org/${inside ? "2000/svg" : "1999/xhtml"}`, type)) as HTMLElement;
      node.dom = dom;
      place(dom, kidsOf(node, old, props.children, inside, context));
      // After its options, of which a list may be told one.
      assign(dom, props, old?.props ?? {});
      return [dom];
    }
    if (typeof type === "object") {
      return kidsOf(node, old, props.children, svg, new Map(context).set(type, props.value));
    }
    if (!isClass(type)) return kidsOf(node, old, (type as (props: Props) => unknown)(props), svg, context);
    const made = old?.made ?? new type(props);
    node.made = made;
    const { contextType } = type;
    made.props = props;
    if (contextType) made.context = context.has(contextType) ? context.get(contextType) : contextType.value;
    made.root = root;
    after.push(() => (old ? made.componentDidUpdate : made.componentDidMount)?.call(made));
    try {
      return kidsOf(node, old, made.render(props, made.state), svg, context);
    } catch (error) {
      if (!made.componentDidCatch) throw error;
      made.componentDidCatch(error);
      node.kids = new Map();
      return [];
    }
  }

  return { draw };
}

/** Names the children by their place or key, so that one that comes or goes does not shift the others. */
function collect(child: unknown, name: string, into: Map<string, VNode>): void {
  if (Array.isArray(child)) {
    for (const [at, one] of child.entries()) collect(one, `${name}.${(one as VNode | null)?.key ?? at}`, into);
  } else if (child != null && typeof child !== "boolean") {
    into.set(name, typeof child === "object" ? (child as VNode) : jsx(null, { children: String(child) }));
  }
}

function leave({ props, made, kids }: VNode): void {
  made?.componentWillUnmount?.();
  if (props.ref) (props.ref as { current: unknown }).current = null;
  kids?.forEach(leave);
}

/** Leaves in place what is there already: what is moved in the document loses its focus. */
function place(parent: Element, parts: (Text | HTMLElement)[]): void {
  const wanted = new Set<Node>(parts);
  for (const one of [...parent.childNodes]) if (!wanted.has(one)) one.remove();
  parts.forEach((one, at) => {
    if (parent.childNodes[at] !== one) parent.insertBefore(one, parent.childNodes[at] ?? null);
  });
}

function assign(dom: HTMLElement, props: Props, old: Props): void {
  for (const name of Object.keys({ ...old, ...props })) {
    const value = props[name];
    const own = dom as unknown as Record<string, unknown>;
    if (name === "children" || name === "ref" || name === "key") continue;
    // What the visitor may have changed is compared with what is there.
    if (name === "value" || name === "checked") {
      if (own[name] !== value) own[name] = value ?? "";
    } else if (value === old[name]) continue;
    else if (name.startsWith("on")) own[name.toLowerCase()] = value;
    else if (name === "style") Object.assign(dom.style, value);
    else if (value == null || (value === false && name[4] !== "-")) dom.removeAttribute(name);
    else dom.setAttribute(name, value === true && name[4] !== "-" ? "" : String(value));
  }
  if (props.ref) (props.ref as { current: unknown }).current = dom;
}
