package broken.publish;

import com.sun.net.httpserver.HttpHandler;

interface StatusPage extends HttpHandler {}
